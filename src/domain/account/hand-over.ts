import { type Refusal, refused } from '../decision.ts'
import type { HandOverPost } from './command.ts'
import { forbidden, rolesApart } from './decide.ts'
import type { AccountEvent } from './event.ts'
import type { HandOverFacts } from './facts.ts'
import { type AccountState, inForce } from './state.ts'

/** What becomes of both people in one step: an event in each stream, or neither. */
export type HandedOver =
  | { readonly given: readonly AccountEvent[]; readonly taken: readonly AccountEvent[] }
  | { readonly refused: Refusal }

/**
 * 移交: one person's post goes on as another's, at the same unit and section, in the same role and the same instant (law
 * 10). Demands are held by unit and section and stay where they are; the duty roster follows the chain that `first`
 * begins. `receiver` null: there is no such account.
 * Refused: `post.unknown`, `account.same`, `account.not-your-own`, `unit.unknown`, `not-found`, `account.disabled`,
 * `post.exists`, `post.roles-apart`, `not-allowed`.
 */
export function handOver(
  giver: AccountState,
  receiver: AccountState | null,
  command: HandOverPost,
  facts: HandOverFacts,
): HandedOver {
  const post = inForce(giver).find((held) => held.post === command.post)
  const path = post && facts.paths.get(post.unit)
  const unknown = { post: command.post }
  // Neither from the own account nor to it: nobody gives posts to themselves by way of somebody else.
  for (const account of [command.account, command.to]) {
    const no = forbidden('post.hand-over', account, path ? [path] : [], facts, 'post.unknown', unknown)
    if (no) return no
  }
  if (!post) return refused('post.unknown', unknown)
  if (command.account === command.to) return refused('account.same')
  if (!facts.unit) return refused('unit.unknown', { unit: post.unit })
  if (!receiver) return refused('not-found')
  if (receiver.disabledAt !== null) return refused('account.disabled')
  const { unit, section, role, fullTime } = post
  const held = inForce(receiver)
  const same = held.find((one) => one.unit === unit && one.section === section && one.role === role)
  if (same) return refused('post.exists', { post: same.post })
  const against = rolesApart(held, role, facts.apart)
  if (against) return against
  const handedOver = { from: post.post, first: post.handedOver?.first ?? post.post }
  return {
    given: [{ kind: 'PostEnded', body: { post: post.post, to: facts.post } }],
    taken: [{ kind: 'PostGranted', body: { post: facts.post, unit, section, role, fullTime, handedOver } }],
  }
}
