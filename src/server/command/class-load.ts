import type { Learner, Session } from '../../domain/class/event.ts'
import type { BatchDesk } from './noun.ts'

/**
 * Part-time people who, with this class, train on more days of one month than they are paid for (domain §0.7). Days of every
 * class they are enrolled in are counted, each once. It is said and blocks nothing.
 */
export async function overloadedBy(
  { id, sessions }: { readonly id: string; readonly sessions: readonly Session[] },
  learners: readonly Learner[],
  most: number,
  { client }: BatchDesk,
): Promise<readonly string[]> {
  const partTime = learners.filter(({ fullTime }) => !fullTime).map(({ account }) => account)
  if (partTime.length === 0) return []
  const { rows } = await client.query<{ account: string; on: string }>(
    `select l.account, s ->> 'on' as on from training_learner l
       join training_class c on c.realm = l.realm and c.id = l.class and c.status <> 'cancelled',
       lateral jsonb_array_elements(c.sessions) s
     where l.account = any ($1::uuid[]) and l.class <> $2`,
    [partTime, id],
  )
  const here = sessions.map(({ on }) => on)
  return partTime.filter((account) => {
    const days = new Set([...here, ...rows.filter((row) => row.account === account).map(({ on }) => on)])
    const months = Map.groupBy(days, (on) => on.slice(0, 7))
    return [...months.values()].some((each) => each.length > most)
  })
}
