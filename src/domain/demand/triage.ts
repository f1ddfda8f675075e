import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandCommand } from './command.ts'
import type { DemandEvent } from './event.ts'
import type { DemandFacts, TriageFacts } from './facts.ts'
import type { DemandState } from './state.ts'

type Of<K extends DemandCommand['kind']> = Extract<DemandCommand, { kind: K }>

/**
 * SUBMITTED → DISPATCHED (§2.6): leaf, nature, class, lead and due are set. The answer due is fixed here once, counted
 * from submission (law on clocks, §0.8). The order is copied to the unit above the lead, which supervises.
 */
export function triage(state: DemandState, command: Of<'demand.triage'>, facts: TriageFacts): Decision<DemandEvent> {
  if (state.status !== 'raised') return refused('demand.already-triaged')
  if (!facts.topicKnown) return refused('topic.unknown', { topic: command.topic })
  if (!facts.natureKnown) return refused('nature.unknown', { nature: command.nature })
  if (!facts.classKnown) return refused('class.unknown', { urgency: command.urgency, difficulty: command.difficulty })
  const { lead } = facts
  if (!lead) return refused('unit.unknown', { unit: command.lead })
  const toOwnUnion = facts.employerUnits.includes(lead.unit)
  if (toOwnUnion && !(facts.mayGoToEnterpriseUnion && state.mode === 'named'))
    return refused('lead.is-employers-own-union')
  if (!lead.staffed) return refused('lead.not-staffed', { unit: lead.unit })
  // Priority raised: the earlier of both dues (§2.7); here the first fixing, so the class alone decides.
  const dueAt = facts.times.answerDue(command, state.submittedAt)
  return accepted<DemandEvent>(
    {
      kind: 'DemandTriaged',
      body: {
        topic: command.topic,
        nature: command.nature,
        urgency: command.urgency,
        difficulty: command.difficulty,
        contactDueAt: facts.times.contactDue(command, state.submittedAt),
        dueAt,
        blocked: toOwnUnion ? facts.employerUnits.filter((unit) => unit !== lead.unit) : facts.employerUnits,
      },
    },
    {
      kind: 'OrderOffered',
      body: {
        lead: { unit: lead.unit, path: lead.path, section: command.section ?? null },
        copies: facts.copy && facts.copy.unit !== lead.unit ? [facts.copy] : [],
        why: 'triage',
      },
    },
  )
}

/** SUBMITTED → REDIRECTED (§2.5): never silent, the worker is told where to go. Closed with *none*. */
export function redirect(
  state: DemandState,
  command: Of<'demand.redirect'>,
  _facts: DemandFacts,
): Decision<DemandEvent> {
  if (state.status !== 'raised') return refused('demand.already-triaged')
  return accepted<DemandEvent>({
    kind: 'DemandRedirected',
    body: { reason: command.reason },
    seal: { text: { part: 'text', kind: 'redirect', value: command.text } },
  })
}
