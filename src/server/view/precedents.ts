import type { PoolClient } from 'pg'
import type { ViewAnswer } from '../../protocol/view.ts'

/** Rulings on objections about a topic within the reader's reach, newest first [precedent_topic]. */
export async function precedentsOf(client: PoolClient, topic: string): Promise<ViewAnswer<'precedents'>> {
  const { rows } = await client.query({
    name: 'precedents',
    text: `select p.at, p.region, p.reason, p.upheld, f.id as from_id, f.name as from_name, f.level as from_level,
        t.id as to_id, t.name as to_name, t.level as to_level
      from precedent p join unit f on f.id = p.from_unit join unit t on t.id = p.to_unit
      where p.topic = $1 order by p.at desc limit 20`,
    values: [topic],
  })
  return {
    rows: rows.map((row) => ({
      ...{ at: row.at.toISOString(), region: row.region, reason: row.reason, upheld: row.upheld },
      from: { id: row.from_id, name: row.from_name, level: row.from_level },
      to: { id: row.to_id, name: row.to_name, level: row.to_level },
    })),
  }
}
