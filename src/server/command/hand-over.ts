import type { HandOverPost } from '../../domain/account/command.ts'
import { handOver } from '../../domain/account/hand-over.ts'
import { type AccountState, inForce } from '../../domain/account/state.ts'
import { refused } from '../../domain/decision.ts'
import { realmOfId } from '../../domain/id.ts'
import { Fault } from '../fault.ts'
import { directoryChanged, pathsOf, takePost } from './account-facts.ts'
import type { Asked, BatchDesk, Decided } from './noun.ts'

/** `post.hand-over`: events in the streams of both people, or in neither. */
export async function decideHandOver(command: HandOverPost, asked: Asked, desk: BatchDesk): Promise<Decided> {
  const { account, to } = command
  if (realmOfId(account) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const subject = { stream: account, noun: 'account', subject: account }
  const giver = desk.state(account, 'account') as AccountState | null
  if (!giver) throw new Fault(404, 'not-found')
  const post = inForce(giver).find((held) => held.post === command.post)
  const unit = post ? await desk.context.directory.unit(desk.client, post.unit) : null
  const facts = {
    actor: asked.actor,
    unit: unit && { unit: unit.id, path: unit.path, realm: unit.realm },
    paths: await pathsOf(giver, desk),
    post: await takePost(desk),
    apart: desk.context.rules.rolesApart,
  }
  const done = handOver(giver, desk.state(to, 'account') as AccountState | null, command, facts)
  if ('refused' in done) {
    const { code, params } = done.refused
    // One batch is one realm, so one step cannot reach a person whose stream was born in another.
    if (code === 'not-found' && realmOfId(to) !== desk.realm)
      return { ...subject, decision: refused('account.other-realm') }
    if (code === 'not-found') throw new Fault(404, 'not-found', { field: 'body.to' })
    if (code === 'unit.unknown') throw new Fault(422, code, { field: 'body.post', params })
    return { ...subject, decision: done }
  }
  return {
    ...subject,
    decision: { accepted: done.given },
    also: [{ stream: to, noun: 'account', subject: to, decision: { accepted: done.taken } }],
    result: { post: facts.post },
    along: () => directoryChanged(desk),
  }
}
