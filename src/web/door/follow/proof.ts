import { type Dress, to, wordsOf } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { type FollowView, form } from './session.ts'

/** That the receipt stands in the ledger: what that means in two sentences, a check now, and a file to check without us. */
export function proof(dress: Dress, view: FollowView): Html {
  const words = wordsOf(dress).follow.proof
  const file = html`<form method="post" action="${to(dress, '/follow/proof-file')}"><input type="hidden" name="ticket" value="${view.ticket}"><button class="button quiet">${words.file}</button></form>`
  return html`<details id="proof"${view.errors.some(({ id }) => id === 'proof') ? html` open` : ''}><summary>${words.name}</summary><p>${words.what}</p>${form(dress, view, 'proof', html`<button class="button quiet">${words.check}</button>`)}<p class="hint">${words.fileHint}</p>${file}</details>`
}
