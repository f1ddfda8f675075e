import { type Dress, wordsOf } from '../dress.ts'
import { field } from '../field.ts'
import { type Html, html, lines } from '../html.ts'
import { instantWords } from '../when.ts'
import { type FollowView, form } from './session.ts'

type Row = FollowView['answer']['timeline'][number]

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
