import type { AccountCommand } from '../../domain/account/command.ts'
import { type AskedOfAccount, create, decide } from '../../domain/account/decide.ts'
import type { AccountEvent } from '../../domain/account/event.ts'
import { evolve, type RecordedAccountEvent } from '../../domain/account/evolve.ts'
import { type AccountState, inForce } from '../../domain/account/state.ts'
import type { Decision } from '../../domain/decision.ts'
import { isAccessStream, realmOfId } from '../../domain/id.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import { Fault } from '../fault.ts'
import { projectAccount } from '../projection/post.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'

/** People of the union and their posts: one stream per account. */
export const accountNoun: Noun = {
  name: 'account',
  streams: (asked) => [asked.body.account],
  evolve: (state, event) => evolve(state as AccountState | null, event as unknown as RecordedAccountEvent),
  project: projectAccount,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as AccountCommand
    const state = desk.state(command.account, 'account') as AccountState | null
    const decision = malformed(await decideOn(command, state, asked, desk))
    if ('accepted' in decision) await alongWith(decision.accepted, command.account, desk)
    const granted = 'accepted' in decision ? decision.accepted.find((event) => event.kind === 'PostGranted') : undefined
    const result = granted && { result: { post: granted.body.post } }
    return { stream: command.account, noun: 'account', subject: command.account, decision, ...result }
  },
}

async function decideOn(
  command: AccountCommand,
  state: AccountState | null,
  asked: Asked,
  desk: BatchDesk,
): Promise<Decision<AccountEvent>> {
  if (realmOfId(command.account) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  // The last bit is kept for the streams that stand beside others.
  if (isAccessStream(command.account)) throw new Fault(422, 'field.invalid', { field: 'body.account' })
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

/** Units the account is in, with their ancestors; a unit that is no longer in force has none. */
async function pathsOf(state: AccountState | null, desk: BatchDesk): Promise<ReadonlyMap<number, readonly number[]>> {
  const paths = new Map<number, readonly number[]>()
  for (const id of state ? [state.unit, ...inForce(state).map((post) => post.unit)] : []) {
    const unit = await desk.context.directory.unit(desk.client, id)
    if (unit) paths.set(id, unit.path)
  }
  return paths
}

/** Numbers of refused grants are gaps, which harm nobody. */
async function takePost(desk: BatchDesk): Promise<number> {
  const { rows } = await desk.client.query<{ id: number }>("select nextval('post_id')::integer as id")
  return rows[0]?.id ?? 0
}

/** What is no history but must be true at the very moment the posts are: nobody is left signed in, no cache is left behind. */
async function alongWith(
  events: readonly { readonly kind: string }[],
  account: string,
  desk: BatchDesk,
): Promise<void> {
  const kinds = new Set(events.map((event) => event.kind))
  if (kinds.has('PostGranted') || kinds.has('PostEnded'))
    await desk.client.query('update directory_version set n = n + 1')
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
