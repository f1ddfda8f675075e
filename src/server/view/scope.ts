import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { accessStreamOf, isId } from '../../domain/id.ts'
import { listReach } from '../../domain/reach.ts'

/** Who reads. The claimant's and the staff's scope follow from the actor; the public sees reference data only. */
export type Reader = Extract<Actor, { kind: 'staff' | 'claimant' | 'public' }>

/**
 * A reading transaction within the reach of one reader: the settings are local to it and the policies of
 * db/migrations/0006 read nothing else. One round trip opens it.
 */
export async function reading<T>(pool: Pool, reader: Reader, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    // Neither begin nor commit is waited for: a view of one query is one round trip.
    const begun = client.query(`begin isolation level repeatable read read only; ${settings(reader)}`)
    const [value] = await Promise.all([work(client), begun])
    client.query('commit').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    return value
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

/** Opens the page of one demand: only after its row was seen under the policies. */
export async function openPage(client: PoolClient, demand: string): Promise<void> {
  await client.query("select set_config('zh.demand', $1, true), set_config('zh.access', $2, true)", [
    demand,
    accessStreamOf(demand),
  ])
}

// Composed as text because SET takes no parameters; every value is an integer, an id or one of two words, checked here.
function settings(reader: Reader): string {
  const set = (name: string, value: string | number) => `set local zh.${name} = '${value}';`
  const who = set('who', reader.kind)
  if (reader.kind === 'public') return who
  if (reader.kind === 'claimant') {
    if (!isId(reader.demand)) throw new RangeError('not an id')
    return who + set('claimant', reader.demand) + set('access', accessStreamOf(reader.demand))
  }
  const reach = listReach(reader.role)
  if (!Number.isInteger(reader.unit) || !Number.isInteger(reader.post)) throw new RangeError('not a unit or post')
  if (reader.section !== null && !/^[a-z-]{1,40}$/.test(reader.section)) throw new RangeError('not a section')
  if (!isId(reader.account)) throw new RangeError('not an account')
  const own =
    set('unit', reader.unit) +
    set('post', reader.post) +
    set('account', reader.account) +
    set('section', reader.section ?? '')
  return who + own + (reach ? set('reach', reach) : '')
}
