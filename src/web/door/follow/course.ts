import { type Dress, wordsOf } from '../dress.ts'
import { field } from '../field.ts'
import { type Html, html, lines } from '../html.ts'
import { dayText, instantWords } from '../when.ts'
import { type FollowView, form } from './session.ts'

type Row = FollowView['answer']['timeline'][number]

/** What happened, newest first, in plain words. Messages stand in the thread, not here. */
export function course(dress: Dress, { answer, now }: FollowView): Html {
  const words = wordsOf(dress).follow
  // The order goes out with the triage and closing follows the verdict: one line tells both.
  const rows = answer.timeline.filter(
    (row) =>
      !['MessagePosted', 'OrderOffered'].includes(row.kind) &&
      !(
        row.kind === 'DemandClosed' &&
        answer.timeline.some((other) => other.kind === 'VerdictGiven' && other.at === row.at)
      ),
  )
  const items = rows.toSorted((a, b) => b.n - a.n).map((row) => item(dress, row, now))
  return html`<section aria-labelledby="course"><h2 id="course">${words.timeline}</h2><ol class="course">${items}</ol></section>`
}

// Texts that the worker's own page shows. A note of a contact may hold a name or a place and is the union's own (domain §4 rule 21).
const shown = new Set([
  'UnderstandingWritten',
  'UnderstandingAnswered',
  'DeedRecorded',
  'DemandAnswered',
  'VerdictGiven',
  'DemandRedirected',
  'PressureReported',
  'DemandWithdrawn',
])

function item(dress: Dress, row: Row, now: number): Html {
  const words = wordsOf(dress)
  const due = row.kind === 'DemandTriaged' || row.kind === 'DemandReopened' ? row.detail.dueAt : undefined
  const facts = [
    instantWords(dress, row.at, now),
    row.by === 'union' && row.unit ? row.unit.name : '',
    typeof due === 'string' ? words.follow.due(dayText(dress, Date.parse(due), now)) : '',
  ]
  const text = shown.has(row.kind) && row.text
  return html`<li><b>${eventWords(dress, row)}</b><span>${facts.filter(Boolean).join(words.punctuation.dot)}</span>${text && html`<div class="say${row.by === 'worker' ? ' mine' : ''}">${lines(text)}</div>`}</li>`
}

function eventWords(dress: Dress, row: Row): string {
  const words = wordsOf(dress).follow
  const { way, yes, solved, outcome, parts } = row.detail
  const pick = (table: Readonly<Record<string, string>>, key: unknown) =>
    typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined
  const plain = pick(words.events, row.kind) ?? words.events.other
  switch (row.kind) {
    case 'ContactLogged':
      return pick(words.contactWay, way) ?? plain
    case 'UnderstandingAnswered':
      return yes === true ? words.understood.yes : words.understood.no
    case 'VerdictGiven':
      return `${plain}${wordsOf(dress).punctuation.colon}${pick(words.verdict, solved) ?? ''}`
    case 'DemandClosed':
      return pick(words.outcome, outcome) ?? plain
    case 'ContentErased':
      return Array.isArray(parts)
        ? parts.map((part) => pick(words.erasedParts, part) ?? plain).join(wordsOf(dress).punctuation.comma)
        : plain
    default:
      return plain
  }
}

/** What was said to and fro, oldest first, and the box to write in. */
export function thread(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress).follow
  const { answer, now, errors, typed } = view
  const said = answer.timeline.filter(
    (row) => (row.kind === 'MessagePosted' || row.kind === 'DemandRaised') && row.text !== null,
  )
  const one = (row: Row) => {
    const mine = row.by === 'worker'
    const who = mine ? words.me : (row.unit?.name ?? words.unionSays)
    return html`<li class="${mine ? 'mine' : ''}"><p class="who">${who}${wordsOf(dress).punctuation.dot}${instantWords(dress, row.at, now)}</p><div class="say${mine ? ' mine' : ''}">${lines(row.text ?? '')}</div></li>`
  }
  const box = form(
    dress,
    view,
    'message',
    html`${field('message', words.write, (attributes) => html`<textarea name="text" rows="3"${attributes}>${typed.message ?? ''}</textarea>`, { errors })}<button class="button">${words.send}</button>`,
  )
  const may = answer.demand.verbs.includes('message.post')
  return html`<section id="thread" aria-labelledby="thread-name"><h2 id="thread-name">${words.thread}</h2>${said.length > 0 ? html`<ol class="thread">${said.toSorted((a, b) => a.n - b.n).map(one)}</ol>` : html`<p class="quiet">${words.threadEmpty}</p>`}${may ? box : html`<p class="note">${words.closedWrite}</p>`}</section>`
}
