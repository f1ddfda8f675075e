import type { ClientBase } from 'pg'

/**
 * One write to hold against the database. `leaves`: with this very command the post may give the matter out of its own
 * sight, so it is held against the rows as they were before the batch.
 */
export type Wall = {
  readonly demand: string
  readonly post: number
  readonly command: string
  readonly leaves?: boolean
}

/**
 * The second wall for writes. The first is `may()` in this process; this one asks the database, from the post table and
 * the reach columns, whether each staff actor of the batch can reach what it wrote to. A row that fails is a defect of the
 * first wall: the transaction is rolled back, the command fails alone.
 */
export async function checkWall(client: ClientBase, realm: number, walls: readonly Wall[]): Promise<void> {
  if (walls.length === 0) return
  const { rows } = await client.query(
    `select w.command from unnest($2::uuid[], $3::int[], $4::uuid[]) as w (demand, post, command)
     where not exists (
       select from demand d join post p on p.id = w.post and p.valid_to is null
       where d.realm = $1 and d.id = w.demand and p.unit = any (d.reach_units) and not p.unit = any (d.blocked_units)
         and not p.id = any (d.blocked_posts) and (d.restricted is null or d.restricted = p.section))`,
    [realm, walls.map((w) => w.demand), walls.map((w) => w.post), walls.map((w) => w.command)],
  )
  if (rows.length > 0) throw new WallBreach(rows.map((row) => String(row.command)))
}

/** A command got past the table of grants and was stopped by the database. */
export class WallBreach extends Error {
  constructor(commands: readonly string[]) {
    super(`out of reach: ${commands.join(', ')}`)
  }
}
