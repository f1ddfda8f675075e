import { type Dress, to, wordsOf } from '../dress.ts'
import { field } from '../field.ts'
import { flag, type Html, html, phrases } from '../html.ts'
import { dueWords } from '../when.ts'
import { type FollowView, form } from './session.ts'

/**
 * The right to have it taken up again (domain §2.8): until when, how often, and what happens the third time. Where the worker
 * said *solved* or *clear* it stands with the other rights; everywhere else the page asks.
 */
export function reopening(dress: Dress, view: FollowView, place: 'ask' | 'right'): Html {
  const { answer, errors, now, typed } = view
  const { demand } = answer
  const asks = demand.outcome !== 'solved' && demand.outcome !== 'clear' && demand.outcome !== 'none'
  // What nobody ever led cannot be taken up again; it is said anew.
  if (!demand.verbs.includes('demand.reopen') || !demand.lead || asks !== (place === 'ask')) return html``
  const words = wordsOf(dress).after.reopen
  const until = untilOf(answer)
  const { times } = dress.rules.limits.reopen
  const late = until !== undefined && Date.parse(until) < now
  const no = late
    ? words.over(dueWords(dress, until, now))
    : demand.reopened > times
      ? words.spent(demand.reopened)
      : ''
  if (no !== '') return html`<p class="note">${no} <a href="${to(dress, '/raise')}">${words.again}</a></p>`
  const often = demand.reopened < times ? words.often(times, demand.reopened, times + 1) : words.up
  const lead = until === undefined ? words.always : words.until(dueWords(dress, until, now))
  const reason = field(
    'reopenText',
    words.text,
    (attributes) => html`<textarea name="text" rows="3"${attributes}>${typed.reopenText ?? ''}</textarea>`,
    { hint: words.textHint, errors },
  )
  const still = demand.outcome === 'unknown' && html`<p>${words.still}</p>`
  const box = html`${still}<p>${lead}</p><p class="hint">${often}</p>${form(dress, view, 'reopen', html`${reason}<button class="button">${words.submit}</button>`)}`
  const open = errors.some(({ id }) => id === 'reopenText')
  return place === 'ask'
    ? html`<section class="card ask" id="reopen" aria-labelledby="reopen-ask"><h2 id="reopen-ask">${phrases(words.ask)}</h2>${box}</section>`
    : html`<details class="danger-zone" id="reopen"${flag('open', open)}><summary>${words.summary}</summary>${box}</details>`
}

/** Until when, as the last ending says; an ending of older rules says nothing. */
function untilOf({ timeline }: FollowView['answer']): string | undefined {
  const endings = timeline.filter((row) => row.kind === 'DemandClosed' || row.kind === 'DemandRedirected')
  const until = endings.toSorted((a, b) => b.n - a.n)[0]?.detail.reopenUntil
  return typeof until === 'string' ? until : undefined
}
