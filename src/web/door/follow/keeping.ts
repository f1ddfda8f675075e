import { type Dress, wordsOf } from '../dress.ts'
import { errorOf } from '../field.ts'
import { type Html, html } from '../html.ts'
import { instantWords } from '../when.ts'
import { type FollowView, form } from './session.ts'

/**
 * Who stays with the worker after a visit: whoever came, that union, or nobody; asked once, changed at any time. Of a matter
 * that is not named no cadre and no union is named (domain §4 rule 21).
 */
export function keeping(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress).follow.keeping
  const { answer, errors, now } = view
  const told = answer.keeping
  if (told === null) return html``
  const { keep, since, who, unit, came, stays } = told
  // Who left the post is said by name where names are told, so that the worker knows whom to ask for.
  const changed = who === 'successor' ? words.successor(came, stays) : who === 'union' ? words.left(came, unit) : ''
  const names = { cadre: words.cadre(stays ?? came), union: words.union(unit), nobody: words.nobody }
  const state = keep === 'nobody' ? words.none : words.now(names[keep], since ? instantWords(dress, since, now) : '')
  const others = (['cadre', 'union', 'nobody'] as const).filter((value) => value !== keep)
  const buttons = html`<div class="answers two">${others.map((value) => html`<button class="button even" name="keep" value="${value}">${names[value]}</button>`)}</div>`
  return html`<section class="card" id="keep" aria-labelledby="keep-ask"><h2 id="keep-ask">${words.ask}</h2><p>${state}</p>${changed && html`<p class="note" role="status">${changed}</p>`}<p class="hint">${words.hint}</p>${errorOf('keep', errors)}${form(dress, view, 'keep', buttons)}</section>`
}
