import { type Dress, wordsOf } from '../dress.ts'
import { errorOf, field } from '../field.ts'
import { flag, type Html, html, lines } from '../html.ts'
import { dateWords, isAhead, lastOf, yuan } from './facts.ts'
import { type FollowView, form } from './session.ts'

/** The promise in force: who, until when, how much; that it was kept before its day, or that the worker never agreed to it. */
export function promise(dress: Dress, view: FollowView): Html {
  const { answer, now, errors, typed } = view
  const made = answer.demand.promisedOn === null ? undefined : lastOf(answer.timeline, 'CommitmentMade')
  if (!made) return html``
  const { after, course, follow, raise } = wordsOf(dress)
  const words = after.promise
  const { promisor, amountFen } = made.detail
  const who = course.promisor[promisor === 'employer' || promisor === 'department' ? promisor : 'union']
  const day = dateWords(dress, answer.demand.promisedOn, now)
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd><b>${value}</b></dd></div>`
  const amount = typeof amountFen === 'number' && fact(words.amount, course.amount(yuan(amountFen)))
  const said = made.text && html`<blockquote class="say">${lines(made.text)}</blockquote>`
  const wrong = errors.some(({ id }) => id === 'denied' || id === 'denyText')
  const text = field(
    'denyText',
    words.denyText,
    (attributes) => html`<textarea name="text" rows="2"${attributes}>${typed.denyText ?? ''}</textarea>`,
    { optional: raise.optional, errors },
  )
  const deny = html`<details id="denied"${flag('open', wrong)}><summary>${words.deny}</summary><p>${words.denyWhat}</p>${errorOf('denied', errors)}${form(dress, view, 'contradict', html`${text}<button class="button quiet">${words.denyDo}</button>`)}</details>`
  const may = answer.demand.verbs.includes('commitment.contradict')
  const kept =
    isAhead(view) &&
    answer.demand.verbs.includes('verdict.give') &&
    html`<details><summary>${words.kept}</summary><p>${words.keptWhat}</p>${form(dress, view, 'verdict', html`<button class="button quiet" name="solved" value="solved">${follow.verdict.solved}</button>`)}</details>`
  return html`<section class="card" aria-labelledby="promise"><h2 id="promise">${words.heading}</h2><dl class="facts three">${fact(words.who, who)}${fact(words.when, words.due(day))}${amount}</dl>${said}<p class="hint">${words.hint}</p>${kept}${may && deny}</section>`
}
