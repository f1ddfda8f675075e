import type { Role } from './actor.ts'
import type { NewsRules } from './article/news-rules.ts'
import type { Span } from './calendar/due.ts'
import type { Instant, LocalDate } from './calendar/local-time.ts'
import type { OfficeCalendar } from './calendar/office-calendar.ts'
import type { DeedKind, DeedRules } from './deed/kind.ts'
import type { Law } from './entitlement/law.ts'
import type { EntitlementRules } from './entitlement/owed.ts'
import type { FileRules } from './file/file-rules.ts'
import type { HelpRules } from './help-rules.ts'
import type { IssueRules } from './issue/issue-rules.ts'
import type { Card } from './knowledge/card.ts'
import type { Letter } from './letter.ts'
import type { Limits } from './limit.ts'
import type { FigureRules } from './measure/figure-rules.ts'
import type { Notices } from './notice.ts'
import type { RaiseRules } from './raise-rules.ts'
import type { RoutingRules } from './routing-rules.ts'
import type { SmallOffice } from './small-office.ts'
import type { Text } from './text.ts'
import type { Taxonomy, UnitLevel } from './topic.ts'
import type { TrainingRules } from './training/rules.ts'
import type { VisitRules, WorkerGroups } from './visit/visit-rules.ts'

/** A code of a closed list and what people call it. */
export type Named = { readonly code: string; readonly name: Text }

/** How a demand reaches the union; typed by staff means that staff could have seen the code (product law 2). */
export type Channel = Named & { readonly by: 'worker' | 'staff' | 'system' }

/** A decision of triage (domain.md §2.5). */
export type TriageOutcome = Named & {
  /** The worker is told in words. */
  readonly needsText: boolean
  /** The list of reasons one code is taken from; null where none is. */
  readonly reasons: ReasonList | null
}

/** The acts that need a reason code. */
export type ReasonList = 'pause' | 'redirect' | 'objection' | 'extend' | 'lower' | 'exclude' | 'purpose' | 'erase'

/** A reason and, where it has one, the longest time it may hold. */
export type Reason = Named & { readonly most: Span | null }

/** A level of union organisations; rank 1 is the highest. */
export type LevelName = { readonly code: UnitLevel; readonly rank: number; readonly name: Text }

/** A legal time limit that is shown as a reminder, with law and article. */
export type LegalClock = { readonly code: string; readonly text: Text; readonly source: string }

/** A number that is shown. `danger`: dial it first when life is in danger. */
export type PhoneLine = { readonly number: string; readonly name: Text; readonly danger: boolean }

/** The text of one consent. `hash` = SHA-256 hex over the canonical `{"en":…,"zh":…}`; it goes into the event. */
export type ConsentText = {
  readonly code: string
  readonly version: number
  readonly title: Text
  readonly text: Text
  readonly hash: string
}

/**
 * All dated rules as plain frozen data, checked when loaded. Deciders get the parts they need as facts; events carry
 * `version` and what was computed, so that replay reads no rule (product law 9).
 */
export type Rules = {
  /** `sha256:` and sixteen hex digits over all files. */
  readonly version: string
  readonly taxonomy: Taxonomy
  /** Who can be given what. */
  readonly routing: RoutingRules
  readonly natures: readonly Named[]
  readonly channels: readonly Channel[]
  readonly triageOutcomes: readonly TriageOutcome[]
  /** Kinds of deed 实事. */
  readonly deeds: readonly DeedKind[]
  /** Funds, the public notice and slips of deeds. */
  readonly deedRules: DeedRules
  readonly reasons: Readonly<Record<ReasonList, readonly Reason[]>>
  readonly unitLevels: readonly LevelName[]
  readonly sections: readonly Named[]
  /** Pairs of roles that one person never holds at once, in either order. */
  readonly rolesApart: readonly (readonly [Role, Role])[]
  /** Longest time a post is on duty in one entry of the roster, in days of 24 hours. */
  readonly dutyMostDays: number
  /** Which duties in one matter one person may have. */
  readonly smallOffice: SmallOffice
  /** What is counted, what it is called, what is too few to be told. */
  readonly figures: FigureRules
  /** Training: tags, who passes what before opening a case, what suggests which course. */
  readonly training: TrainingRules
  /** Common issues, suggestions and practices. */
  readonly issues: IssueRules
  /** Kinds of visits and places, themes, policy cards. */
  readonly visits: VisitRules
  /** Groups a worker may say they belong to. */
  readonly workerGroups: WorkerGroups
  /** How the form of the worker's door helps. */
  readonly raise: RaiseRules
  /** Lengths and lists of the news room. */
  readonly news: NewsRules
  /** Which files of workers are taken. */
  readonly files: FileRules
  /** Laws that are cited, with version and date. */
  readonly laws: readonly Law[]
  /** Numbers of what a worker is owed. */
  readonly entitlements: EntitlementRules
  /** Evidence, time limits and places of the help pages. */
  readonly help: HelpRules
  /** Knowledge cards, those past their review among them: `shownCards` takes them out. */
  readonly cards: readonly Card[]
  readonly departments: readonly Named[]
  readonly legalClocks: readonly LegalClock[]
  readonly consents: readonly ConsentText[]
  /** Sentences of `rules/texts.yaml` by code. */
  readonly texts: Readonly<Record<string, Text>>
  readonly phoneLines: readonly PhoneLine[]
  readonly checkWords: readonly string[]
  readonly limits: Limits
  readonly calendar: OfficeCalendar
  readonly letters: readonly Letter[]
  readonly notices: Notices
}

/** Rules with the editions that replace them: each holds from the beginning of its day until the next begins, without a gap. */
export type RuleSet = {
  /** In force before the first edition. */
  readonly first: Rules
  /** Oldest first, one a day at most. `from` is the first instant of `on`. */
  readonly editions: readonly { readonly on: LocalDate; readonly from: Instant; readonly rules: Rules }[]
}

/** The rules in force at an instant. */
export function rulesAt(set: RuleSet, at: Instant): Rules {
  return set.editions.findLast(({ from }) => from <= at)?.rules ?? set.first
}

/** The entry of a list with this code, or undefined. */
export function findNamed<T extends { readonly code: string }>(list: readonly T[], code: string): T | undefined {
  return list.find((entry) => entry.code === code)
}
