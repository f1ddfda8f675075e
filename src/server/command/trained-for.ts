import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { askedOf, type GateAnswer, mayOpenCases } from '../../domain/training/gate.ts'
import type { BatchDesk } from './noun.ts'

/**
 * Whether the person in this post has passed what is asked of who is new in the role (docs/adr/0027). New is the person, not
 * the post: who takes a post over begins like anybody else.
 */
export async function trainedFor(
  { account, role }: Extract<Actor, { kind: 'staff' }>,
  { client, context, now }: BatchDesk,
): Promise<GateAnswer> {
  const lines = askedOf(context.rules.training.before, role, localDateOf(now.getTime()))
  if (lines.length === 0) return 'ok'
  const { rows } = await client.query<{ since: Date | null; passed: string[] }>(
    `select (select min(valid_from) from post where account = $1 and role = $2) as since,
       array(select distinct unnest(tags) from training_pass where account = $1) as passed`,
    [account, role],
  )
  const { since, passed = [] } = rows[0] ?? {}
  return mayOpenCases(lines, { since: localDateOf((since ?? now).getTime()), passed: new Set(passed) })
}
