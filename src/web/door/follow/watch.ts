import { type Dress, wordsOf } from '../dress.ts'
import { errorOf, field } from '../field.ts'
import { type Html, html, phrases } from '../html.ts'
import { type FollowView, form } from './session.ts'

/** *Did anyone give you trouble?* Two equal buttons; what *yes* does is said before it is pressed (domain §4 rule 18). */
export function askTrouble(dress: Dress, view: FollowView): Html {
  const { answer, errors, typed } = view
  if (!answer.demand.verbs.includes('watch.answer')) return html``
  const { after, raise } = wordsOf(dress)
  const words = after.watch
  const text = field(
    'watchText',
    words.text,
    (attributes) => html`<textarea name="text" rows="2"${attributes}>${typed.watchText ?? ''}</textarea>`,
    { optional: raise.optional, errors },
  )
  const buttons = html`<div class="answers two"><button class="button even" name="trouble" value="no">${words.no}</button><button class="button even" name="trouble" value="yes">${words.yes}</button></div>`
  return html`<section class="card ask" id="watch" aria-labelledby="watch-ask"><h2 id="watch-ask">${phrases(words.ask)}</h2><p>${words.lead}</p><p class="hint">${words.what}</p>${errorOf('watch', errors)}${form(dress, view, 'watch', html`${text}${buttons}`)}<p class="hint">${words.silence}</p></section>`
}
