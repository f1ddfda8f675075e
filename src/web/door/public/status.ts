import type { StatusPiece, WhatWorks } from '../../../protocol/what-works.ts'
import type { Dress } from '../dress.ts'
import { type Html, html, phrases } from '../html.ts'
import { page } from '../page.ts'
import { instantWords } from '../when.ts'
import { publicWords } from './words.ts'

/** `/status`: what works now, by real checks, and what to do instead where something does not. */
export function statusPage(dress: Dress, status: WhatWorks): Html {
  const words = publicWords(dress).status
  const now = Date.parse(status.at)
  const states = new Set(status.pieces.map(({ state }) => state))
  const well = [...states].every((state) => state === 'ok' || state === 'off')
  const standing = well ? (states.has('off') ? words.mostly : words.well) : words.notWell
  const one = ({ piece, state, since }: StatusPiece) => {
    const said: Readonly<Record<string, string | ((when: string) => string)>> = words.said[piece]
    const text = said[state] ?? words.states[state]
    const told = typeof text === 'function' ? text(since === null ? '' : instantWords(dress, since, now)) : text
    const chip = state === 'ok' || state === 'off' ? '' : 'late'
    return html`<li><b>${words.pieces[piece]}</b> <span class="chip ${chip}">${words.states[state]}</span><p>${told}</p></li>`
  }
  const body = html`<h1>${phrases(words.heading)}</h1><p class="${well ? 'lead' : 'note'}">${standing}</p>
<ul class="plain states">${status.pieces.map(one)}</ul><p class="quiet">${words.checked(instantWords(dress, status.at, now))}</p>`
  return page({ dress, title: words.title, path: '/status', body })
}
