import { type Decision, refused } from '../../domain/decision.ts'
import type { Apart } from '../../domain/demand/apart.ts'
import type { DemandCommand } from '../../domain/demand/command.ts'
import { type Asked as AskedOfDemand, decide } from '../../domain/demand/decide.ts'
import type { DemandEvent } from '../../domain/demand/event.ts'
import { evolve } from '../../domain/demand/evolve.ts'
import { raise } from '../../domain/demand/raise.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { targetOf } from '../../domain/demand/target.ts'
import { makeId, realmOfId, realmOfRegion } from '../../domain/id.ts'
import { isUrgency } from '../../domain/limit.ts'
import { may, type Verb } from '../../domain/reach.ts'
import { Fault } from '../fault.ts'
import { projectDemand } from '../projection/demand-rows.ts'
import { randomTake } from '../random.ts'
import { factsOf, raiseFacts } from './demand-facts.ts'
import { combining } from './duties.ts'
import { waitingFiles } from './file-facts.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'

/** The loop: one stream per demand, all four machines in it. */
export const demandNoun: Noun = {
  name: 'demand',
  streams: (asked) => (asked.kind === 'demand.raise' ? [] : [asked.body.demand]),
  evolve: (state, event) =>
    evolve(state as DemandState | null, event as unknown as DemandEvent & { at: string; stream: string }),
  project: projectDemand,
  decide: (asked, desk) => (asked.kind === 'demand.raise' ? decideRaise(asked, desk) : decideOn(asked, desk)),
}

/** Commands with which a post may give a matter out of its own sight. */
const leaving: ReadonlySet<string> = new Set(['demand.triage', 'demand.merge', 'recusal.declare'])

async function decideRaise(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command: Extract<DemandCommand, { kind: 'demand.raise' }> = { kind: 'demand.raise', ...asked.body }
  if (realmOfRegion(command.region) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  if (may(asked.actor, 'demand.raise', null) !== 'yes') throw new Fault(403, 'not-allowed')
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  const facts = await raiseFacts(command, asked.actor, desk)
  return {
    ...{ stream, noun: 'demand', subject: stream, decision: named(raise(command, facts), command) },
    result: { number: facts.number },
    receipt: { number: facts.number, assisted: asked.actor.kind === 'staff' },
    files: (await waitingFiles(command.files ?? [], desk)) ?? [],
  }
}

async function decideOn(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: asked.kind, ...asked.body } as Exclude<DemandCommand, { kind: 'demand.raise' }>
  if (realmOfId(command.demand) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(command.demand, 'demand') as DemandState | null
  if (!state) throw new Fault(404, 'not-found')
  const answer = may(asked.actor, command.kind as Verb, targetOf(state))
  if (answer === 'hidden') throw new Fault(404, 'not-found')
  const common = { stream: command.demand, noun: 'demand', subject: command.demand }
  const wall =
    asked.actor.kind === 'staff'
      ? { wall: { demand: command.demand, post: asked.actor.post, leaves: leaving.has(command.kind) } }
      : {}
  const asking = {
    kind: command.kind,
    command,
    facts: await factsOf(command, state, asked.actor, desk),
  } as AskedOfDemand
  const decision = apartFrom(named(decide(state, asking), command), await combining(asked, state, desk))
  // The rule's own reason is worth more to a person than "not allowed"; where the rule would have accepted, the grant decides.
  if (answer === 'no' && 'accepted' in decision) return { ...common, decision: refused('not-allowed', {}) }
  const files = command.kind === 'file.attach' ? { files: (await waitingFiles(command.files, desk)) ?? [] } : {}
  return { ...common, decision, ...wall, ...files, ...holding(decision, command.demand, desk) }
}

/**
 * From the moment a consent is taken back nothing that stands on it is read in public: in the same transaction, whatever the
 * followers do. They take it out for good.
 */
function holding(decision: Decision<DemandEvent>, demand: string, { client }: BatchDesk): Pick<Decided, 'along'> {
  if (!('accepted' in decision) || !decision.accepted.some(({ kind }) => kind === 'ConsentWithdrawn')) return {}
  const along = async () => {
    // Whoever writes a copy on this consent right now is waited for: what they write is held back as well.
    const mine = [realmOfId(demand), demand]
    await client.query('select from consent where realm = $1 and demand = $2 for update', mine)
    await client.query('update published set held = false where demand = $1', [demand])
  }
  return { along }
}

/** The rule about who may do what twice in one matter; a refusal of the decider itself says more and comes first. */
function apartFrom(decision: Decision<DemandEvent>, answer: Apart): Decision<DemandEvent> {
  if (answer === 'ok' || 'refused' in decision) return decision
  if (answer === 'refused') return refused('duties.apart', {})
  const [first, ...others] = decision.accepted
  if (!first) return decision
  // Shown on the record and counted apart (law 10).
  return { accepted: [{ ...first, body: { ...first.body, combined: true } } as typeof first, ...others] }
}

/** Where the field to mend is another one than the code usually means. */
function named(decision: Decision<DemandEvent>, command: DemandCommand): Decision<DemandEvent> {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  if (code === 'topic.unknown' && command.kind === 'demand.raise')
    throw new Fault(422, code, { field: 'body.topicHint', params })
  if (code === 'class.unknown' && command.kind === 'demand.triage' && isUrgency(command.urgency))
    throw new Fault(422, code, { field: 'body.difficulty', params })
  return decision
}
