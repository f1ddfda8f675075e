import { localDateOf } from '../../domain/calendar/local-time.ts'
import { addWorkingDays } from '../../domain/calendar/office-calendar.ts'
import type { Decision } from '../../domain/decision.ts'
import type { DeedCommand, ProposeDeed } from '../../domain/deed/command.ts'
import { type AskedOfDeed, decide, propose } from '../../domain/deed/decide.ts'
import type { DeedEvent } from '../../domain/deed/event.ts'
import { evolve, type RecordedDeedEvent } from '../../domain/deed/evolve.ts'
import type { DeedFacts } from '../../domain/deed/facts.ts'
import { mayOnDeed } from '../../domain/deed/may.ts'
import type { DeedState } from '../../domain/deed/state.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import { findNamed } from '../../domain/rules.ts'
import { Fault } from '../fault.ts'
import { projectDeed } from '../projection/deed.ts'
import { randomTake } from '../random.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'
import { seesDemand } from './rule-facts.ts'

/** Persons who sign for the money of a deed (issue: two approvers). Not data: a federation cannot make it fewer. */
const approvers = 2

/** Deeds 实事 that stand by themselves: one stream each. */
export const deedNoun: Noun = {
  name: 'deed',
  streams: (asked) => (asked.kind === 'deed.propose' ? [] : [asked.body.deedId]),
  evolve: (state, event) => evolve(state as DeedState | null, event as unknown as RecordedDeedEvent),
  project: projectDeed,
  decide: (asked, desk) => (asked.kind === 'deed.propose' ? decideProposal(asked, desk) : decideOn(asked, desk)),
}

async function decideProposal(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command: ProposeDeed = { kind: 'deed.propose', ...asked.body }
  const { client, context } = desk
  const { rules, directory } = context
  const unit = await directory.unit(client, command.unit)
  const today = localDateOf(desk.now.getTime())
  const { employer, fund, demand } = command
  const decision = malformed(
    propose(command, {
      ...{ actor: asked.actor, today, approvers },
      unit: unit && { unit: unit.id, path: unit.path, realm: unit.realm },
      kind: findNamed(rules.deeds, command.deed) ?? null,
      fundKnown: fund === undefined || rules.deedRules.funds.some(({ code }) => code === fund),
      employerKnown: employer === undefined || (await directory.employer(client, employer)) !== null,
      demandKnown: demand === undefined || (await seesDemand(demand, asked.actor, desk)),
      compoundSurnames: rules.deedRules.compoundSurnames,
      noticeTo: addWorkingDays(rules.calendar, today, rules.deedRules.noticeWorkingDays),
    }),
  )
  // Only now: a unit of another realm that is out of reach must read like one that is not there.
  if (unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  const body = 'accepted' in decision ? decision.accepted[0]?.body : undefined
  const noticeTo = body && 'noticeTo' in body ? body.noticeTo : null
  return { stream, noun: 'deed', subject: stream, decision, result: { noticeTo } }
}

async function decideOn(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: asked.kind, ...asked.body } as Exclude<DeedCommand, ProposeDeed>
  const { actor } = asked
  const { deedId: stream } = command
  if (realmOfId(stream) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(stream, 'deed') as DeedState | null
  if (!state || !near(asked, state)) throw new Fault(404, 'not-found')
  const facts: DeedFacts = { actor, today: localDateOf(desk.now.getTime()) }
  const more = {
    ...(command.kind === 'deed.slip' ? { mostSlipsAtOnce: desk.context.rules.deedRules.mostSlipsAtOnce } : {}),
    ...(actor.kind === 'claimant' ? { slip: actor.slip ?? null } : {}),
  }
  const decision = malformed(
    decide(state, { kind: command.kind, command, facts: { ...facts, ...more } } as AskedOfDeed),
  )
  const common = { stream, noun: 'deed', subject: stream, decision }
  if (command.kind !== 'deed.slip') return common
  return {
    ...common,
    result: { side: command.side, first: state.slips[command.side] + 1, count: command.count ?? 1 },
  }
}

/** Whether the actor may know that the deed is there: a slip of this very deed, or a post that reads it. */
function near({ actor }: Asked, state: DeedState): boolean {
  if (actor.kind === 'claimant') return actor.demand === state.id
  return mayOnDeed(actor, 'deed.read', state.path) === 'yes'
}

/** Where the code's usual field is another one. */
function malformed(decision: Decision<DeedEvent>): Decision<DeedEvent> {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  if (code === 'unit.unknown') throw new Fault(422, code, { field: 'body.unit', params })
  return decision
}
