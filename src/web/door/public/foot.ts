import { type Dress, to } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { publicWords } from './words.ts'

/** The public pages, in the order in which the foot of every page names them. */
export const publicPages = ['about', 'status', 'accessibility', 'privacy'] as const

/** Links to what we say about ourselves, at the foot of every page. */
export function footLinks(dress: Dress): Html {
  const { foot } = publicWords(dress)
  return html`<nav class="others" aria-label="${foot.label}">${publicPages.map((each) => html`<a href="${to(dress, `/${each}`)}">${foot[each]}</a>`)}</nav>`
}
