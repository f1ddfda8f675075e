import type { Actor } from '../actor.ts'
import type { LeadCampaign } from '../campaign/command.ts'
import { mayOnCampaign } from '../campaign/may.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { LeadingGroupEvent } from './event.ts'

/** What the decider of a leading group may know. */
export type LeadingGroupFacts = {
  readonly actor: Actor
  /** The unit named with its ancestors, itself first; empty when none is in force. */
  readonly path: readonly number[]
  /** The unit that opened the campaign; null when there is no such campaign. */
  readonly campaignOf: number | null
  /** True when no section is named, or one that the unit has. */
  readonly sectionKnown: boolean
}

/**
 * A unit names its own leading group for a campaign of its own or of one above. Refused: `not-allowed`, `unit.unknown`,
 * `not-found` (no such campaign at or above), `section.unknown`, `words.names-someone`.
 */
export function nameLeadingGroup(command: LeadCampaign, facts: LeadingGroupFacts): Decision<LeadingGroupEvent> {
  const { actor, path, campaignOf, sectionKnown } = facts
  const answer = mayOnCampaign(actor, 'campaign.lead', path)
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || path.length === 0) return refused('unit.unknown', { unit: command.unit })
  if (campaignOf === null || !path.includes(campaignOf)) return refused('not-found')
  if (!sectionKnown) return refused('section.unknown', { section: command.section ?? '' })
  const { campaign, unit, members, section } = command
  // Names are sealed, titles stand plain.
  const someone = wordsNameSomeone({ members: members.map(({ title }) => title) })
  if (someone) return someone
  return accepted<LeadingGroupEvent>({
    kind: 'LeadingGroupNamed',
    body: { campaign, unit, path, titles: members.map(({ title }) => title), section },
    seal: Object.fromEntries(
      members.map(({ name }, at) => [
        `name${at + 1}`,
        { part: 'text' as const, kind: 'leading-group.name', value: name },
      ]),
    ),
  })
}
