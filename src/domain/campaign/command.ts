/** Commands on a campaign 主线. Days are local (Asia/Shanghai), YYYY-MM-DD; `unit` is an integer id. */
export type CampaignCommand = OpenCampaign | ChangeCampaign | RecordOrigin

/** What a campaign says of itself. */
export type CampaignWords = {
  readonly title: string
  readonly purpose: string
  /** Law, order or meeting it rests on. */
  readonly basis: string
  readonly fromOn: string
  /** Null: no end is set. */
  readonly toOn: string | null
  readonly stages: readonly Stage[]
}

/** A part of the time of a campaign, with a name. */
export type Stage = { readonly title: string; readonly fromOn: string; readonly toOn: string }

type OpenCampaign = { readonly kind: 'campaign.open'; readonly unit: number } & CampaignWords
type ChangeCampaign = { readonly kind: 'campaign.change'; readonly campaign: string } & Partial<CampaignWords>

/** What sets something going: a proposal 动议, an instruction 指示, a note on the margin 批示. */
export const originKinds = ['proposal', 'instruction', 'note'] as const
/** One of `originKinds`. */
export type OriginKind = (typeof originKinds)[number]

type RecordOrigin = {
  readonly kind: 'origin.record'
  readonly campaign: string
  readonly origin: OriginKind
  readonly on: string
  /** Sealed: it names a person. */
  readonly who: string
  /** Sealed. */
  readonly words: string
  /** What followed, in a few words. */
  readonly ledTo?: string | undefined
  /** The directive that followed. */
  readonly directive?: string | undefined
  /** A note on one worker's matter: shown to those who see the matter, and to nobody else. */
  readonly demand?: string | undefined
}

/** Names the leading group 领导小组 of one unit for a campaign: posts held, and names, which are sealed. */
export type LeadCampaign = {
  readonly kind: 'campaign.lead'
  readonly campaign: string
  readonly unit: number
  readonly members: readonly { readonly title: string; readonly name: string }[]
  /** Section that is its office; null where none is. */
  readonly section: string | null
}

/** Verbs on campaigns and what belongs to them. `line.see`: read what one's own unit, one above or one below issued. */
export type CampaignVerb = CampaignCommand['kind'] | 'campaign.lead' | 'line.see'
