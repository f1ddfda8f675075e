import type { ClientBase, Pool } from 'pg'
import type { PastEvent } from '../ledger/past-event.ts'

/** Something that reads the feed and reacts (house.md, *Followers*). */
export type Follower = {
  /** Names its place in table `follower`; never changes, or it begins anew. */
  readonly name: string
  /** Kinds it is given; all others pass it by. */
  readonly kinds: ReadonlySet<string>
  /**
   * Events of one realm in the order of the feed, never empty. What it writes with the client commits together with its
   * place, so each event is handled once; what it does elsewhere must bear to be done twice. A throw leaves the place.
   */
  handle(client: ClientBase, events: readonly PastEvent[]): Promise<void>
}

/** How many events one transaction takes: small enough that a kill repeats little, large enough to catch up quickly. */
export const followBatch = 500

/** Realms whose feed goes on beyond the follower's place. Positions commit in order, so nothing below a head is missing. */
export async function realmsAhead(pool: Pool, name: string): Promise<readonly number[]> {
  const { rows } = await pool.query(
    `select h.realm from realm_head h left join follower f on f.name = $1 and f.realm = h.realm
     where h.position > coalesce(f.position, 0) order by h.realm`,
    [name],
  )
  return rows.map((row) => Number(row.realm))
}

/**
 * One batch of a realm: the events behind the follower's place are handled and the place moved, in one transaction.
 * Gives how many positions it went on; 0 at the end, or while another process holds the place.
 */
export async function followBatchOf(
  pool: Pool,
  follower: Follower,
  realm: number,
  limit: number = followBatch,
): Promise<number> {
  const client = await pool.connect()
  try {
    const passed =
      (await handleNext(client, follower, realm, limit)) ?? (await firstBatchOf(client, follower, realm, limit))
    client.release()
    return passed
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

/** No place to be had: it has none yet, or another process holds it. */
async function firstBatchOf(client: ClientBase, follower: Follower, realm: number, limit: number): Promise<number> {
  // By itself: inside the transaction a second process would wait here for the first one's whole batch.
  await client.query('insert into follower (name, realm, position) values ($1, $2, 0) on conflict do nothing', [
    follower.name,
    realm,
  ])
  return (await handleNext(client, follower, realm, limit)) ?? 0
}

/** A transaction of its own. Gives null where no place is to be had. */
async function handleNext(
  client: ClientBase,
  follower: Follower,
  realm: number,
  limit: number,
): Promise<number | null> {
  // Sent together, as at the end: followers run after every commit, and most of their time went into waiting for answers.
  const [, place] = await Promise.all([
    client.query('begin'),
    client.query('select position from follower where name = $1 and realm = $2 for update skip locked', [
      follower.name,
      realm,
    ]),
  ])
  const rows = place.rows[0] ? await eventsBehind(client, realm, Number(place.rows[0].position), limit) : []
  const last = rows.at(-1)
  if (!last) {
    await client.query('commit')
    return place.rows[0] ? 0 : null
  }
  const wanted = rows.filter((row) => follower.kinds.has(row.kind))
  if (wanted.length > 0)
    await follower.handle(
      client,
      wanted.map((row) => ({ ...row, at: row.at.toISOString() })),
    )
  await Promise.all([
    client.query('update follower set position = $3 where name = $1 and realm = $2', [
      follower.name,
      realm,
      last.position,
    ]),
    client.query('commit'),
  ])
  return rows.length
}

async function eventsBehind(client: ClientBase, realm: number, position: number, limit: number) {
  const { rows } = await client.query<PastEvent & { at: Date }>(
    `select realm, position, stream, version, noun, kind, body, actor, rules, at from event
     where realm = $1 and position > $2 order by position limit $3`,
    [realm, position, limit],
  )
  return rows
}

/** Whether any of the followers has something before it, in one question. */
export async function isAnyAhead(pool: Pool, names: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query(
    `select from realm_head h cross join unnest($1::text[]) as n (name)
     left join follower f on f.name = n.name and f.realm = h.realm
     where h.position > coalesce(f.position, 0) limit 1`,
    [names],
  )
  return rows.length > 0
}

/** Follows until the end of every feed, or until `stopped`. `failed` hears which realm threw; the others go on. */
export async function followToTheEnd(
  pool: Pool,
  follower: Follower,
  options: {
    readonly limit?: number
    readonly resting?: ReadonlySet<number>
    readonly stopped?: () => boolean
    readonly failed: (realm: number, error: unknown) => void
    readonly passed?: (realm: number) => void
  },
): Promise<void> {
  const { limit = followBatch, resting, stopped = () => false } = options
  // Realms that threw, or whose place another process holds: asked once.
  const left = new Set(resting)
  for (;;) {
    const ahead = (await realmsAhead(pool, follower.name)).filter((realm) => !left.has(realm))
    if (ahead.length === 0) return
    for (const realm of ahead) {
      try {
        const passed = await followBatchOf(pool, follower, realm, limit)
        if (passed > 0) options.passed?.(realm)
        else left.add(realm)
      } catch (error) {
        left.add(realm)
        options.failed(realm, error)
      }
      if (stopped()) return
    }
  }
}
