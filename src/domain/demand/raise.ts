import { type Decision, refused, type Sealed } from '../decision.ts'
import { route } from '../routing.ts'
import type { RaiseDemand } from './command.ts'
import type { DemandEvent } from './event.ts'
import type { RaiseFacts } from './facts.ts'

/**
 * SUBMITTED (§2.6): text present, mode chosen; the receipt is issued in the same transaction. A demand about an employer
 * passes by that employer's own union (§0.3); a group of ten or more is urgent by rule when raised (§2.4).
 */
export function raise(command: RaiseDemand, facts: RaiseFacts): Decision<DemandEvent> {
  if (!facts.regionKnown) return refused('region.unknown', { region: command.region })
  if (!facts.channelKnown) return refused('channel.unknown', { channel: command.channel })
  if (command.topicHint && !facts.topicKnown) return refused('topic.unknown', { topic: command.topicHint })
  if (command.employer !== undefined && facts.employerUnits === null) return refused('employer.unknown', {})
  if (command.mode === 'anonymous' && command.identity && Object.values(command.identity).some(Boolean))
    return refused('identity.not-wanted', {})
  const blocked = facts.employerUnits ?? []
  const found = route(facts.candidates, blocked)
  if (!found) return refused('routing.nobody', { region: command.region })
  const urgency = command.persons >= facts.groupFrom ? facts.urgency.group : facts.urgency.default
  const staff = facts.actor.kind === 'staff' ? facts.actor.post : null
  return {
    accepted: [
      {
        kind: 'DemandRaised',
        body: {
          number: facts.number,
          pseudonym: facts.pseudonym,
          region: command.region,
          channel: command.channel,
          mode: command.mode,
          persons: command.persons,
          employer: command.employer ?? null,
          topicHint: command.topicHint ?? null,
          urgency,
          submittedAt: facts.now,
          heardBy: staff,
          to: found.to,
          why: found.why,
          triageDueAt: facts.times.triageDue(urgency, facts.now),
          blocked,
          assisted: staff !== null,
        },
        seal: { text: { part: 'text', kind: 'demand.text', value: command.text }, ...identity(command) },
      },
    ],
  }
}

function identity(command: RaiseDemand): Record<string, Sealed> {
  const given = Object.entries(command.identity ?? {}).filter(([, value]) => value)
  if (given.length === 0) return {}
  return { identity: { part: 'identity', kind: 'identity', value: JSON.stringify(Object.fromEntries(given)) } }
}
