import type { DeedValues } from './kind.ts'

/** For whom a deed is done; the two are never added up (product, *The three seals*). */
export type DeedFor = 'workers' | 'enterprise'
/** One word of a beneficiary. */
export type Useful = 'yes' | 'partly' | 'no'

/** `deed.propose`: the unit proposes a deed. Whoever it is for stands in sealed texts alone. */
export type ProposeDeed = {
  readonly kind: 'deed.propose'
  readonly unit: number
  /** Code of its kind, rules/deeds.yaml. */
  readonly deed: string
  readonly for: DeedFor
  readonly what: string
  readonly beneficiaries: number
  readonly employer?: number | undefined
  readonly names?: readonly string[] | undefined
  /** What the public notice shows: surnames, nothing else of a person. */
  readonly surnames?: readonly string[] | undefined
  readonly amountFen?: number | undefined
  readonly fund?: string | undefined
  readonly fields?: DeedValues | undefined
  readonly demand?: string | undefined
}

/** Commands on a deed that stands by itself 实事. What is done within a demand is `deed.record`. */
export type DeedCommand =
  | ProposeDeed
  | { readonly kind: 'deed.approve'; readonly deedId: string }
  | { readonly kind: 'deed.refuse'; readonly deedId: string; readonly reason: string }
  | {
      readonly kind: 'deed.do'
      readonly deedId: string
      /** The day it was done, `YYYY-MM-DD`. */
      readonly on: string
      readonly evidence?: string | undefined
    }
  | { readonly kind: 'deed.end'; readonly deedId: string; readonly reason: string }
  | {
      readonly kind: 'deed.slip'
      readonly deedId: string
      readonly side: DeedFor
      readonly count?: number | undefined
    }
  | { readonly kind: 'deed.say'; readonly deedId: string; readonly useful: Useful }
  | { readonly kind: 'deed.enterprise-say'; readonly deedId: string; readonly useful: 'yes' | 'no' }

/** What a post may do with a deed: its commands, `deed.read` the list and the page. */
export type DeedVerb = Exclude<DeedCommand['kind'], 'deed.say' | 'deed.enterprise-say'> | 'deed.read'
