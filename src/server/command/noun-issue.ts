import { localDateOf } from '../../domain/calendar/local-time.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import type { IssueCommand } from '../../domain/issue/command.ts'
import { type AskedOfIssue, decide, open } from '../../domain/issue/decide.ts'
import { evolve, type RecordedIssueEvent } from '../../domain/issue/evolve.ts'
import { mayOnIssue } from '../../domain/issue/may.ts'
import type { IssueState } from '../../domain/issue/state.ts'
import { Fault } from '../fault.ts'
import { projectIssue } from '../projection/issue.ts'
import { randomTake } from '../random.ts'
import { issueFacts, openFacts } from './issue-facts.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'
import { unitNamed } from './unit-named.ts'

/** Common issues: one stream each, born where the union that opens it is. */
export const issueNoun: Noun = {
  name: 'issue',
  streams: (asked) => (asked.kind === 'issue.open' ? [] : [asked.body.issue]),
  evolve: (state, event) => evolve(state as IssueState | null, event as unknown as RecordedIssueEvent),
  project: projectIssue,
  decide: (asked, desk) => (asked.kind === 'issue.open' ? decideOpen(asked, desk) : decideOn(asked, desk)),
}

async function decideOpen(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command: Extract<IssueCommand, { kind: 'issue.open' }> = { kind: 'issue.open', ...asked.body }
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  const facts = await openFacts(command, asked.actor, desk)
  const decision = unitNamed(open(command, facts))
  // Only now: a unit of another realm that is out of reach must read like one that is not there.
  if (facts.unit && facts.unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  return { stream, noun: 'issue', subject: stream, decision }
}

async function decideOn(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: asked.kind, ...asked.body } as Exclude<IssueCommand, { kind: 'issue.open' }>
  const stream = command.issue
  if (realmOfId(stream) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(stream, 'issue') as IssueState | null
  if (!state || mayOnIssue(asked.actor, 'issue.read', state) !== 'yes') throw new Fault(404, 'not-found')
  const facts = {
    ...(await issueFacts(command, state, desk)),
    actor: asked.actor,
    today: localDateOf(desk.now.getTime()),
  }
  const decision = unitNamed(decide(state, { kind: command.kind, command, facts } as AskedOfIssue))
  return { stream, noun: 'issue', subject: stream, decision }
}
