import { type Dress, wordsOf } from '../dress.ts'
import { errorOf, field } from '../field.ts'
import { flag, type Html, html, lines, phrases } from '../html.ts'
import { isAhead, lastOf } from './facts.ts'
import { type FollowView, form } from './session.ts'

type Timeline = FollowView['answer']['timeline']

/** *This is what we understood*: that is it, or not quite. */
export function askUnderstanding(dress: Dress, view: FollowView): Html {
  const { answer, errors, typed } = view
  if (!answer.demand.verbs.includes('understanding.answer')) return html``
  const words = wordsOf(dress).follow
  const written = lastOf(answer.timeline, 'UnderstandingWritten')
  const text = field(
    'correction',
    words.understandingText,
    (attributes) => html`<textarea name="text" rows="3"${attributes}>${typed.correction ?? ''}</textarea>`,
    { errors },
  )
  const buttons = html`<div class="answers two"><button class="button even" name="yes" value="yes">${words.understandingYes}</button><button class="button even" name="yes" value="no">${words.understandingNo}</button></div>`
  const open = typed.correction !== undefined || errors.some((error) => error.id === 'correction')
  return html`<section class="card ask" id="understanding" aria-labelledby="understanding-ask"><h2 id="understanding-ask">${phrases(words.understandingAsk)}</h2>${written?.text && html`<blockquote class="say">${lines(written.text)}</blockquote>`}
${form(dress, view, 'understanding', html`${buttons}<details${flag('open', open)}><summary>${words.understandingMore}</summary>${text}</details>`)}</section>`
}

/**
 * *Is it solved?* Three equal buttons, from the answer on or from the due on where there was none; the two other questions
 * are optional and never in the way (domain §2.8).
 */
export function askVerdict(dress: Dress, view: FollowView): Html {
  const { answer, typed, errors } = view
  // Before its day only *solved* would be heard: it stands with the promise, for one button alone would be a nudge here.
  if (!answer.demand.verbs.includes('verdict.give') || isAhead(view)) return html``
  const words = wordsOf(dress).follow
  const consultation = answer.demand.nature === 'consultation'
  const answers = consultation ? (['clear', 'unsolved'] as const) : (['solved', 'partly', 'unsolved'] as const)
  const buttons = html`<div class="answers ${consultation ? 'two' : 'three'}">${answers.map((value) => html`<button class="button even" name="solved" value="${value}">${words.verdict[value]}</button>`)}</div>`
  const choice = (name: string, value: string, text: string) =>
    html`<label class="choice inline"><input type="radio" name="${name}" value="${value}"${flag('checked', typed[name] === value)}><span>${text}</span></label>`
  const more = html`<details${flag('open', Boolean(typed.verdictText || typed.satisfied || typed.contacted))}><summary>${words.more}</summary>
<fieldset class="field"><legend>${words.contacted}</legend><div class="row">${choice('contacted', 'yes', words.yes)}${choice('contacted', 'no', words.no)}</div></fieldset>
<fieldset class="field"><legend>${words.satisfied}</legend><p class="hint">${words.satisfiedHint}</p><div class="row">${(['satisfied', 'fairly', 'unsatisfied'] as const).map((value) => choice('satisfied', value, words.satisfaction[value]))}</div></fieldset>
${field('verdictText', words.verdictText, (attributes) => html`<textarea name="text" rows="3"${attributes}>${typed.verdictText ?? ''}</textarea>`, { errors })}</details>`
  const claim = claimOf(answer)
  const left = dress.rules.limits.reopen.times - answer.demand.reopened
  const hint = left > 0 ? words.verdictReopen : left === 0 ? words.verdictReopenUp : words.verdictReopenOver
  const due = answer.demand.promisedOn === null ? words.verdictOverdue : words.verdictPromise
  const overdue = answer.demand.status !== 'answered' && html`<p>${due}</p>`
  return html`<section class="card ask" id="verdict" aria-labelledby="verdict-ask"><h2 id="verdict-ask">${phrases(consultation ? words.clearAsk : words.verdictAsk)}</h2>
${overdue}${claim?.text && html`<blockquote class="say"><b>${words.unionSays}${wordsOf(dress).punctuation.colon}${claimWord(dress, claim)}</b><br>${lines(claim.text)}</blockquote>`}${errorOf('verdict', errors)}
${form(dress, view, 'verdict', html`${more}${buttons}`)}<p class="hint">${words.verdictSilence} ${hint}</p></section>`
}

/** What the union says and what the worker says, side by side, once there is something to compare. */
export function twoFacts(dress: Dress, { answer }: FollowView): Html {
  const words = wordsOf(dress).follow
  const { claimed, confirmed, verbs } = answer.demand
  // A claim or a verdict of an earlier round says nothing of this one.
  const claim = claimOf(answer)
  const verdict = confirmed ? lastOf(answer.timeline, 'VerdictGiven') : undefined
  if ((!claimed && !confirmed) || verbs.includes('verdict.give')) return html``
  const solved = confirmed
  const said =
    typeof solved === 'string' && Object.hasOwn(words.verdict, solved)
      ? words.verdict[solved as keyof typeof words.verdict]
      : words.silent
  const side = (name: string, word: string, text: string | null | undefined) =>
    html`<div><dt>${name}</dt><dd><b>${word}</b>${text && html`<p>${lines(text)}</p>`}</dd></div>`
  return html`<section class="card"><dl class="facts">${side(words.unionSays, claim ? claimWord(dress, claim) : words.unanswered, claim?.text)}${side(words.workerSays, said, verdict?.text)}</dl></section>`
}

/** What the union claims in this round. */
function claimOf({ demand, timeline }: FollowView['answer']): Timeline[number] | undefined {
  return demand.claimed ? lastOf(timeline, 'DemandAnswered') : undefined
}

function claimWord(dress: Dress, row: Timeline[number]): string {
  const { claims } = wordsOf(dress).follow
  const claim = row.detail.claim
  return typeof claim === 'string' && Object.hasOwn(claims, claim) ? claims[claim as keyof typeof claims] : ''
}
