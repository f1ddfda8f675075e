import { type Dress, to } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { page } from '../page.ts'
import { publicWords } from './words.ts'

/** `/accessibility`: what is met, what is not, and how to complain. */
export function accessibilityPage(dress: Dress): Html {
  const words = publicWords(dress).accessibility
  const list = (all: readonly string[]) =>
    html`<ul class="plain dots">${all.map((each) => html`<li>${each}</li>`)}</ul>`
  const body = html`<h1>${words.heading}</h1><p class="lead">${words.lead}</p>
<section aria-labelledby="met"><h2 id="met">${words.metHeading}</h2>${list(Object.values(words.met))}</section>
<section aria-labelledby="lacking"><h2 id="lacking">${words.lackingHeading}</h2>${list(words.lacking)}</section>
<section aria-labelledby="complain"><h2 id="complain">${words.complainHeading}</h2><p>${words.complain}</p><p class="actions"><a class="button quiet" href="${to(dress, '/raise')}">${words.complainDo}</a></p></section>`
  return page({ dress, title: words.title, path: '/accessibility', body })
}
