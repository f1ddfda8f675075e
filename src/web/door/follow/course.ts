import { toldOf } from '../../../protocol/told.ts'
import { type Dress, wordsOf } from '../dress.ts'
import { type Html, html, lines } from '../html.ts'
import { dayText, instantWords } from '../when.ts'
import { eventWords, unitName } from './event-words.ts'
import type { FollowView } from './session.ts'

type Row = FollowView['answer']['timeline'][number]

/** What happened, newest first, in plain words. Messages stand in the thread, not here. */
export function course(dress: Dress, { answer, now }: FollowView): Html {
  const rows = answer.timeline.filter((row) => !isTold(row, answer.timeline)).toSorted((a, b) => b.n - a.n)
  return html`<section aria-labelledby="course"><h2 id="course">${wordsOf(dress).course.heading}</h2><ol class="course">${rows.map((row) => item(dress, row, now, answer.demand.outcome))}</ol></section>`
}

/** An event that another one of the same instant tells as well, or that is told elsewhere, or to the union alone. */
const toldBy: Readonly<Record<string, readonly string[]>> = {
  OrderOffered: ['DemandTriaged', 'OrderRuled', 'DemandRaised'],
  DemandClosed: ['VerdictGiven'],
  ContactLogged: ['CallbackMade'],
  RequestGranted: ['PauseStarted', 'DemandExtended', 'DemandReclassed'],
}
const elsewhere = new Set(['MessagePosted', 'ClockWarned'])

function isTold(row: Row, all: readonly Row[]): boolean {
  const others = toldBy[row.kind] ?? []
  return elsewhere.has(row.kind) || all.some((other) => others.includes(other.kind) && other.at === row.at)
}

/** Events that set the time of the answer, and those that set another one. */
const setsDue = new Set([
  ...['DemandRaised', 'DemandTriaged', 'DemandReopened', 'DemandMerged'],
  ...['PauseEnded', 'DemandExtended', 'DemandReclassed', 'DueRecalculated'],
])
const setsOther: Readonly<Record<string, string>> = {
  OrderObjected: 'rulingDueAt',
  JointOrdered: 'dueAt',
  RequestAsked: 'decideBy',
  OpinionAsked: 'dueAt',
  DecisionClimbed: 'decideBy',
  ProtectionOpened: 'dueAt',
  CallbackOpened: 'closeAt',
}

function item(dress: Dress, row: Row, now: number, outcome: string | null): Html {
  const { course: words, punctuation } = wordsOf(dress)
  const day = (value: unknown, told: (when: string) => string) =>
    typeof value === 'string' ? told(dayText(dress, Date.parse(value), now)) : ''
  const facts = [
    instantWords(dress, row.at, now),
    row.by === 'union' && row.unit ? row.unit.name : '',
    row.detail.provisional === true ? words.provisional : '',
    row.kind === 'VerdictGiven' && row.detail.via === 'callback' ? words.byCallback : '',
    row.kind === 'ClockChased' ? unitName(row.detail.to) : '',
    setsDue.has(row.kind) ? day(row.detail.dueAt, words.due) : day(row.detail[setsOther[row.kind] ?? ''], words.by),
  ]
  // What a worker raised stands at the head of the thread, and where to go in a figure of its own.
  const above = row.kind === 'DemandRaised' || (row.kind === 'DemandRedirected' && outcome === 'none')
  const text = !above && toldOf(row.kind)?.words && row.text
  const more = row.kind === 'DemandMerged' && html`<p class="quiet">${words.mergedMore}</p>`
  return html`<li><b>${eventWords(dress, row, now)}</b>${atOnce(dress, row)}<span>${dotted(facts.filter(Boolean), punctuation.dot)}</span>${more}${text && html`<div class="say${row.by === 'worker' ? ' mine' : ''}">${lines(text)}</div>`}</li>`
}

/** Facts with dots between them; none breaks within where it fits a line whole. */
function dotted(facts: readonly string[], dot: string): Html[] {
  return facts.map((fact, n) => html`${n > 0 && dot}<span class="whole">${fact}</span>`)
}

/** Danger and groups have a lead from the first instant on. */
function atOnce(dress: Dress, { kind, detail }: Row): Html | '' {
  const { fixed } = wordsOf(dress).course
  const why = detail.fixed
  const unit = unitName(detail.to)
  if (kind !== 'DemandRaised' || unit === '' || (why !== 'danger' && why !== 'group')) return ''
  return html`<p>${fixed[why](unit)}</p>`
}
