import type { ServerContext } from '../../src/server/context.ts'
import { scaffoldUnits } from '../../src/server/organisation/scaffold.ts'

/**
 * The unions of some provinces by the standard tree, and below their townships as many grassroots unions as are missing to
 * the number asked for. Gives the topmost union.
 */
export async function seedUnits({ db, clock }: ServerContext, rows: number): Promise<{ id: number; realm: number }> {
  const client = await db.owner.connect()
  try {
    const on = clock.now().toISOString().slice(0, 10)
    const wanted = rows > 10_000 ? ['330000', '320000', '370000', '440000'] : ['330000']
    for (const region of wanted) await scaffoldUnits(client, region, { on })
    const top = await client.query<{ id: number; realm: number }>(
      'select id, realm from unit where parent is null and valid_to is null order by id limit 1',
    )
    const root = top.rows[0]
    if (!root) throw new Error('there is no topmost union')
    const { rows: there } = await client.query<{ n: number }>(
      'select count(*)::integer as n from unit where valid_to is null',
    )
    await client.query(
      `with seats as (select *, row_number() over (order by id) - 1 as k, count(*) over () as all_of from unit
         where level = 'township' and valid_to is null),
       made as (insert into unit (name, level, kind, region, realm, parent, ancestors, valid_from)
         select 'grassroots ' || g, 'grassroots', 'grassroots', s.region, s.realm, s.id, s.ancestors, $2
         from generate_series(1, greatest($1::integer, 0)) g join seats s on s.k = g % s.all_of returning id)
       select count(*) from made`,
      [rows - (there[0]?.n ?? 0), on],
    )
    await client.query(
      `update unit set ancestors = array[id] || ancestors where level = 'grassroots' and ancestors[1] <> id`,
    )
    await client.query('update directory_version set n = n + 1')
    await client.query('analyze unit')
    return root
  } finally {
    client.release()
  }
}
