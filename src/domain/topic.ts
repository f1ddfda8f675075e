import type { Text } from './text.ts'

/** Urgency of a matter: P0 danger to life or outbreak, P1 urgent, P2 ordinary (domain.md §2.7). */
export type Urgency = 'P0' | 'P1' | 'P2'

/** How hard a matter is: 一般, 难点, 特别复杂 (domain.md §1, 12351 today). */
export type Difficulty = 'plain' | 'hard' | 'complex'

/** How much a worker reveals: 实名, 保密, 匿名 (domain.md §0.4). */
export type IdentityMode = 'named' | 'confidential' | 'anonymous'

/** Level of a union organisation; `group` is the 小组. */
export type UnitLevel = 'nation' | 'province' | 'city' | 'county' | 'township' | 'grassroots' | 'group'

/** What a leaf demands beside the ordinary; each is acted on by the place that handles it. */
export type TopicFlag =
  | 'need-to-know'
  | 'discipline-only'
  | 'health'
  | 'finance'
  | 'family'
  | 'minor'
  | 'guardian-consent'
  | 'group-claim'
  | 'crisis'
  | 'life-danger'

/** Who leads by default. `receiving` = whoever triages it; the catalogue only proposes, a person decides. */
export type TopicLead = {
  readonly level: UnitLevel | 'receiving'
  /** Code of `rules/sections.yaml`; null = any. */
  readonly section: string | null
  /** Leads instead when the matter concerns `Limits.groupFrom` persons or more. */
  readonly groupLevel: UnitLevel | null
}

/** A leaf of the taxonomy (domain.md §2.4) with everything inherited from its letter already filled in. */
export type Topic = {
  /** Letter and two digits, e.g. `A01`. */
  readonly code: string
  /** The letter. */
  readonly group: string
  readonly name: Text
  readonly lead: TopicLead
  /** Codes of `rules/departments.yaml`. */
  readonly joint: readonly string[]
  readonly mode: IdentityMode
  readonly urgency: Urgency
  /** Urgency when `Limits.groupFrom` persons or more are concerned; null = the ordinary one. */
  readonly groupUrgency: Urgency | null
  /** True for K and N only: a named worker's matter may go to the employer's own union (domain.md §3). */
  readonly mayGoToEnterpriseUnion: boolean
  /** Codes of `rules/legal-clocks.yaml` shown to worker and cadre. */
  readonly legalClocks: readonly string[]
  readonly flags: readonly TopicFlag[]
  /** A retired leaf stays readable and names the leaf that took its place (domain.md §2.4: mapped, never deleted). */
  readonly retiredTo: string | null
}

/** A letter of the taxonomy with its leaves in order. */
export type TopicGroup = { readonly code: string; readonly name: Text; readonly leaves: readonly Topic[] }

/** The whole taxonomy. */
export type Taxonomy = { readonly groups: readonly TopicGroup[] }

/** The leaf of a code, or undefined; retired leaves are found too. */
export function findTopic(taxonomy: Taxonomy, code: string): Topic | undefined {
  return taxonomy.groups.find((group) => group.code === code.charAt(0))?.leaves.find((leaf) => leaf.code === code)
}

/** Whether a new demand may be put under this code: it exists and is not retired. */
export function isOpenTopic(taxonomy: Taxonomy, code: string): boolean {
  const topic = findTopic(taxonomy, code)
  return topic !== undefined && topic.retiredTo === null
}

/**
 * The leaf that stands for a code today: itself, or what it was retired to, however many times.
 * Undefined when the code never existed.
 */
export function currentTopic(taxonomy: Taxonomy, code: string): Topic | undefined {
  let topic = findTopic(taxonomy, code)
  // The loader refuses circles; the set keeps this total for data that did not come through it.
  for (const seen = new Set<string>(); topic?.retiredTo && !seen.has(topic.code); ) {
    seen.add(topic.code)
    topic = findTopic(taxonomy, topic.retiredTo)
  }
  return topic
}
