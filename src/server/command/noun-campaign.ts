import type { CampaignCommand, LeadCampaign } from '../../domain/campaign/command.ts'
import { decide, openCampaign } from '../../domain/campaign/decide.ts'
import { evolve, type RecordedCampaignEvent } from '../../domain/campaign/evolve.ts'
import type { CampaignState } from '../../domain/campaign/state.ts'
import { streamBeside } from '../../domain/derived-stream.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import { nameLeadingGroup } from '../../domain/leading-group/decide.ts'
import { evolve as evolveGroup, type RecordedLeadingGroupEvent } from '../../domain/leading-group/evolve.ts'
import type { LeadingGroupState } from '../../domain/leading-group/state.ts'
import { Fault } from '../fault.ts'
import { projectCampaign, projectLeadingGroup } from '../projection/line.ts'
import { randomTake } from '../random.ts'
import { campaignOf, directiveStateOf, lineFacts, malformed, mustBeOfRealm, seesDemand, unitOf } from './line-facts.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'

/** Campaigns 主线: one stream each. */
export const campaignNoun: Noun = {
  name: 'campaign',
  streams: (asked) => (asked.kind === 'campaign.open' ? [] : [asked.body.campaign]),
  evolve: (state, event) => evolve(state as CampaignState | null, event as unknown as RecordedCampaignEvent),
  project: projectCampaign,
  decide: (asked, desk) => (asked.kind === 'campaign.open' ? open(asked, desk) : decideOn(asked, desk)),
}

async function open(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: 'campaign.open', ...asked.body } as Extract<CampaignCommand, { kind: 'campaign.open' }>
  const unit = await unitOf(command.unit, desk)
  const facts = { ...lineFacts(asked.actor, desk), path: unit?.path ?? [] }
  const decision = malformed(openCampaign(command, facts))
  mustBeOfRealm(unit, desk)
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  return { stream, noun: 'campaign', subject: stream, decision }
}

async function decideOn(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: asked.kind, ...asked.body } as Exclude<CampaignCommand, { kind: 'campaign.open' }>
  const { campaign } = command
  if (realmOfId(campaign) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(campaign, 'campaign') as CampaignState | null
  if (!state) throw new Fault(404, 'not-found')
  const facts = lineFacts(asked.actor, desk)
  const common = { stream: campaign, noun: 'campaign', subject: campaign }
  if (command.kind === 'campaign.change')
    return { ...common, decision: malformed(decide(state, { kind: command.kind, command, facts })) }
  const { directive, demand } = command
  const more = {
    directiveKnown: directive === undefined || (await directiveStateOf(directive, desk)) !== null,
    demandSeen: demand === undefined || (await seesDemand(demand, asked.actor, desk)),
  }
  const decision = decide(state, { kind: command.kind, command, facts: { ...facts, ...more } })
  return { ...common, decision: malformed(decision) }
}

/** Leading groups 领导小组: one stream per campaign and unit, whose id follows from both. */
export const leadingGroupNoun: Noun = {
  name: 'leading-group',
  streams: (asked) => [groupStream(asked)],
  evolve: (state, event) =>
    evolveGroup(state as LeadingGroupState | null, event as unknown as RecordedLeadingGroupEvent),
  project: projectLeadingGroup,
  async decide(asked, desk) {
    const command = { kind: 'campaign.lead', ...asked.body } as LeadCampaign
    const unit = await unitOf(command.unit, desk)
    const decision = nameLeadingGroup(command, {
      actor: asked.actor,
      path: unit?.path ?? [],
      campaignOf: await campaignOf(command.campaign, desk),
      sectionKnown: command.section === null || (unit?.sections.includes(command.section) ?? false),
    })
    const told = malformed(decision)
    mustBeOfRealm(unit, desk)
    const stream = groupStream(asked)
    return { stream, noun: 'leading-group', subject: stream, decision: told }
  },
}

function groupStream({ id, body }: Asked): string {
  return streamBeside('leading-group', body.campaign, realmOfId(id), body.unit)
}
