import { type Dress, wordsOf } from '../dress.ts'
import { errorOf, field } from '../field.ts'
import { flag, type Html, html, lines, phrases } from '../html.ts'
import { lastOf } from './facts.ts'
import { type FollowView, form } from './session.ts'

/**
 * *May we go to your employer?* Two equal buttons under what the union would do and say; afterwards the word given, which can
 * be changed at any time (domain §4 rules 4 and 11).
 */
export function askApproach(dress: Dress, view: FollowView): Html {
  const { answer, errors, typed } = view
  if (!answer.demand.verbs.includes('approach.answer')) return html``
  const words = wordsOf(dress).approach
  const proposed = lastOf(answer.timeline, 'ApproachProposed')
  const given = lastOf(answer.timeline, 'ApproachAnswered')
  const said = given && proposed && given.n > proposed.n ? given.detail : undefined
  const consent = dress.rules.consents.find(({ code }) => code === 'contact-employer')
  const button = (value: 'yes' | 'no') =>
    html`<button class="button even" name="yes" value="${value}">${words[value]}</button>`
  const text = field(
    'approachText',
    words.text,
    (attributes) => html`<textarea name="text" rows="2"${attributes}>${typed.approachText ?? ''}</textarea>`,
    { errors, hint: words.textHint },
  )
  const more = html`<details${flag('open', typed.approachText !== undefined)}><summary>${words.more}</summary>${text}</details>`
  const proposal = proposed?.text && html`<blockquote class="say">${lines(proposed.text)}</blockquote>`
  const plain = html`${proposal}${consent && html`<p class="hint">${consent.text[dress.locale]}</p>`}`
  if (!said)
    return html`<section class="card ask" id="approach" aria-labelledby="approach-ask"><h2 id="approach-ask">${phrases(words.ask)}</h2>${errorOf('approach', errors)}${plain}
${form(dress, view, 'approach', html`<div class="answers two">${button('yes')}${button('no')}</div><p class="hint">${words.free}</p>${more}`)}</section>`
  const told = said.via === 'receipt' ? words.said : words.noted
  return html`<section class="card" id="approach" aria-labelledby="approach-said"><h2 id="approach-said">${told[said.yes === true ? 'yes' : 'no']}</h2>${errorOf('approach', errors)}<details><summary>${words.change}</summary>${plain}${form(dress, view, 'approach', html`${more}${button(said.yes === true ? 'no' : 'yes')}`)}</details></section>`
}
