import type { Role } from './actor.ts'
import type { Topic, TopicFlag, UnitLevel } from './topic.ts'

/** The kinds of work a union has to be staffed for before it can be given them. */
export const works = ['triage', 'lead', 'joint', 'callback', 'ruling', 'approval'] as const
/** One of `works`. */
export type Work = (typeof works)[number]

/** `rules/routing.yaml` (domain.md §2.4, §2.6). */
export type RoutingRules = {
  /** A union is staffed for the work when somebody there holds one of these posts. */
  readonly staffed: Readonly<Record<Work, readonly Role[]>>
  /** Where a group's matter is received. */
  readonly groupLevel: UnitLevel
  /** 双派单: the level that gets a copy of an order to a union below it. */
  readonly copyLevel: UnitLevel
  /** 督办: levels that take over what stays late. */
  readonly superviseLevels: readonly UnitLevel[]
  /** Flags whose leaves one section alone sees; `lead` = the section that leads the leaf. First match counts. */
  readonly alone: readonly { readonly flag: TopicFlag; readonly section: string }[]
}

/** The section that alone sees matters of this topic (domain.md §4 rule 7), or null where every section may. */
export function sectionAlone(routing: RoutingRules, topic: Topic): string | null {
  const found = routing.alone.find(({ flag }) => topic.flags.includes(flag))
  if (!found) return null
  return found.section === 'lead' ? topic.lead.section : found.section
}
