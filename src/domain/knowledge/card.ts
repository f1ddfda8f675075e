import { addDays, type Instant, instantOn, type LocalDate } from '../calendar/local-time.ts'
import type { LawRef } from '../entitlement/law.ts'
import type { Text } from '../text.ts'

/** A knowledge card 政策卡 (domain.md §2.10): a question in workers' words and a short answer; data of `rules/knowledge/`. */
export type Card = {
  readonly code: string
  readonly question: Text
  /** Other words people use for it; searched like the question. */
  readonly also: readonly string[]
  /** Paragraphs. */
  readonly answer: readonly Text[]
  readonly law: readonly LawRef[]
  readonly validFrom: LocalDate
  /** Last day it holds; null = no end known. */
  readonly validTo: LocalDate | null
  /** Region code; 000000 = the whole country. */
  readonly region: string
  /** Codes of places in `rules/help.yaml`. */
  readonly whereTo: readonly string[]
  readonly papers: readonly Text[]
  /** Code of `rules/legal-clocks.yaml`; null = none runs. */
  readonly clock: string | null
  /** Leaves of the taxonomy. */
  readonly topics: readonly string[]
  /** Section of the union that keeps it right, a code of `rules/sections.yaml`. */
  readonly owner: string
  /** Last day it may be shown without having been looked at again. */
  readonly reviewBy: LocalDate
}

/** Whether a card may be shown: from its first day on, until its last or until its review is overdue, to the instant. */
export function isShown(card: Pick<Card, 'validFrom' | 'validTo' | 'reviewBy'>, at: Instant): boolean {
  const last = card.validTo !== null && card.validTo < card.reviewBy ? card.validTo : card.reviewBy
  return at >= instantOn(card.validFrom) && at < instantOn(addDays(last, 1))
}

/** The cards that may be shown at an instant, in their order. */
export function shownCards(cards: readonly Card[], at: Instant): readonly Card[] {
  return cards.filter((card) => isShown(card, at))
}
