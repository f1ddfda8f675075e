import type { ContentRef } from '../decision.ts'

/** Events of the leading group 领导小组 that a unit has for a campaign: one stream per campaign and unit. */
export type LeadingGroupEvent = {
  readonly kind: 'LeadingGroupNamed'
  readonly body: {
    readonly campaign: string
    readonly unit: number
    readonly path: readonly number[]
    /** Posts held, in the order of the group; `content.name1` is the sealed name of the first. */
    readonly titles: readonly string[]
    readonly section: string | null
    readonly content: Readonly<Record<string, ContentRef>>
  }
}
