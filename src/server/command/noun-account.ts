import type { AccountCommand, HandOverPost } from '../../domain/account/command.ts'
import { type AskedOfAccount, create, decide } from '../../domain/account/decide.ts'
import type { AccountEvent } from '../../domain/account/event.ts'
import { evolve, type RecordedAccountEvent } from '../../domain/account/evolve.ts'
import { type AccountState, inForce } from '../../domain/account/state.ts'
import type { Decision } from '../../domain/decision.ts'
import { isDerivedStream } from '../../domain/derived-stream.ts'
import { isAccessStream, realmOfId } from '../../domain/id.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import { Fault } from '../fault.ts'
import { projectAccount } from '../projection/post.ts'
import { directoryChanged, pathsOf, takePost } from './account-facts.ts'
import { decideHandOver } from './hand-over.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'
import { leavesUnstaffed } from './unstaffed.ts'

/** People of the union and their posts: one stream per account. */
export const accountNoun: Noun = {
  name: 'account',
  // Where a post is handed over, two streams move in one step.
  streams: (asked) => (asked.kind === 'post.hand-over' ? [asked.body.account, asked.body.to] : [asked.body.account]),
  evolve: (state, event) => evolve(state as AccountState | null, event as unknown as RecordedAccountEvent),
  project: projectAccount,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as AccountCommand
    if (command.kind === 'post.hand-over') return decideHandOver(command, asked, desk)
    const state = desk.state(command.account, 'account') as AccountState | null
    const decision = malformed(await decideOn(command, state, asked, desk))
    const common = { stream: command.account, noun: 'account', subject: command.account, decision }
    if ('refused' in decision) return common
    const result = await resultOf(decision.accepted, state, desk)
    return { ...common, result, along: () => alongWith(decision.accepted, command.account, desk) }
  },
}

async function decideOn(
  command: Exclude<AccountCommand, HandOverPost>,
  state: AccountState | null,
  asked: Asked,
  desk: BatchDesk,
): Promise<Decision<AccountEvent>> {
  if (realmOfId(command.account) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  // The last bit is kept for the streams that stand beside others, the beginning of 1970 for those of offices.
  if (isAccessStream(command.account) || isDerivedStream(command.account))
    throw new Fault(422, 'field.invalid', { field: 'body.account' })
  const unit = 'unit' in command ? await desk.context.directory.unit(desk.client, command.unit) : null
  const seated = unit && { unit: unit.id, path: unit.path, realm: unit.realm }
  const facts = { actor: asked.actor, unit: seated, paths: await pathsOf(state, desk) }
  if (command.kind === 'account.create') {
    if (unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'body.account' })
    return create(state, command, facts)
  }
  if (!state) throw new Fault(404, 'not-found')
  if (command.kind !== 'post.grant') return decide(state, { kind: command.kind, command, facts } as AskedOfAccount)
  const sectionKnown = command.section === undefined || (unit?.sections.includes(command.section) ?? false)
  const apart = desk.context.rules.rolesApart
  return decide(state, {
    kind: 'post.grant',
    command,
    facts: { ...facts, post: await takePost(desk), sectionKnown, apart },
  })
}

/** What goes with an accepted command: the number of the new post, or the warning that nobody is left for something. */
async function resultOf(
  events: readonly { readonly kind: string; readonly body: object }[],
  state: AccountState | null,
  desk: BatchDesk,
): Promise<Readonly<Record<string, unknown>>> {
  const known = events as readonly AccountEvent[]
  const granted = known.find((event) => event.kind === 'PostGranted')
  if (granted) return { post: granted.body.post }
  const numbers = new Set(known.flatMap((event) => (event.kind === 'PostEnded' ? [event.body.post] : [])))
  const ended = state ? inForce(state).filter(({ post }) => numbers.has(post)) : []
  return (await leavesUnstaffed(ended, desk)) ? { leavesUnstaffed: true } : {}
}

/** What is no history but must be true at the very moment the posts are: nobody is left signed in, no cache is left behind. */
async function alongWith(
  events: readonly { readonly kind: string }[],
  account: string,
  desk: BatchDesk,
): Promise<void> {
  const kinds = new Set(events.map((event) => event.kind))
  if (kinds.has('PostGranted') || kinds.has('PostEnded')) await directoryChanged(desk)
  if (!kinds.has('AccountDisabled')) return
  // The account first: a sign-in under way holds its row, and what it opens is then deleted with the rest.
  await desk.client.query('update account set disabled_at = $2 where id = $1', [account, desk.now])
  await desk.client.query('delete from session where account = $1', [account])
}

/** Where the code's usual field is another one, and where nothing of that name exists within reach. */
function malformed(decision: Decision<AccountEvent>): Decision<AccountEvent> {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  if (code === 'not-found') throw new Fault(404, 'not-found')
  if (code === 'unit.unknown') throw new Fault(422, code satisfies RefusalCode, { field: 'body.unit', params })
  return decision
}
