import type { Card } from '../../../domain/knowledge/card.ts'
import { to } from '../dress.ts'
import { type Html, html, phrases } from '../html.ts'
import { type HelpDress, helpPage, helpWords } from './told.ts'

/** What was searched for and found; null where nothing was searched. */
export type Found = { readonly typed: string; readonly cards: readonly Card[] } | null

const ways = [
  ['owed', '/help/owed'],
  ['evidence', '/help/evidence'],
  ['limits', '/help/limits'],
  ['where', '/help/where'],
  ['complaint', '/help/papers/complaint'],
  ['arbitration', '/help/papers/arbitration'],
] as const

/** `/help`: four doors, two papers, a search, and the questions asked most. `cards`: those that may be shown now. */
export function helpIndex(dress: HelpDress, cards: readonly Card[], found: Found): Html {
  const words = helpWords(dress)
  const links = (list: readonly Card[]) =>
    html`<ul class="news">${list.map((card) => html`<li><a href="${to(dress, `/help/card/${card.code}`)}">${card.question[dress.locale]}</a></li>`)}</ul>`
  const results =
    found &&
    html`<section aria-labelledby="found"><h2 id="found" tabindex="-1" data-focus>${found.cards.length > 0 ? words.found(found.cards.length) : words.foundNone}</h2>${links(found.cards)}</section>`
  const search = html`<form id="find" class="find" method="post" action="${to(dress, '/help')}" autocomplete="off"><label for="q">${words.find}</label><p class="hint" id="q-hint">${words.findHint}</p><div class="beside"><input id="q" name="q" value="${found?.typed ?? ''}" maxlength="100" aria-describedby="q-hint"><button class="button" name="do" value="find">${words.findButton}</button></div><p class="hint">${words.findKept}</p></form>`
  const body = html`<h1>${phrases(words.heading)}</h1><p class="lead">${words.lead}</p>${search}${results}
<ul class="ways">${ways.map(([code, path]) => html`<li><a class="way" href="${to(dress, path)}"><b>${words.doors[code][0]}</b><span>${words.doors[code][1]}</span></a></li>`)}</ul>
<section aria-labelledby="asked"><h2 id="asked">${words.asked}</h2>${links(cards)}</section><p class="hint">${words.kept}</p>`
  return helpPage(dress, '/help', body, 'find')
}
