import { type Actor, roles } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { CampaignVerb } from './command.ts'

/**
 * Who may run a campaign: whoever works for the leading group, and the head, each at their own unit. Every post reads what
 * its own unit, one above it or one below it issued.
 */
export const campaignGrants: readonly UnitGrant<CampaignVerb>[] = [
  ...(['organiser', 'head'] as const).flatMap((role) =>
    (['campaign.open', 'campaign.change', 'campaign.lead', 'origin.record'] as const).map((verb) => ({
      ...{ role, verb },
      reach: 'own' as const,
    })),
  ),
  ...roles.flatMap((role) =>
    (['above', 'subtree'] as const).map((reach) => ({ role, verb: 'line.see' as const, reach })),
  ),
]

/**
 * Whether the actor may use the verb on what a unit issued.
 * @param path of that unit, itself first
 * @param above of the actor's own unit, itself first; needed for `line.see` alone
 */
export function mayOnCampaign(
  actor: Actor,
  verb: CampaignVerb,
  path: readonly number[],
  above: readonly number[] = [],
): UnitAnswer {
  return mayAtUnit(campaignGrants, actor, verb, path, above)
}

/** The verbs the actor may use there: exactly the buttons of its page. */
export function campaignVerbs(actor: Actor, path: readonly number[]): readonly CampaignVerb[] {
  return verbsAtUnit(campaignGrants, actor, path)
}
