import { type Dress, to } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { page } from '../page.ts'
import { contactCard, type Posted, pocketCard } from './drawing.ts'
import { posterWords } from './words.ts'

const eight = Array.from({ length: 8 })

/** `/poster/{union}/cards`: two sheets of eight cards. What is typed for the contact cards stays on the page. */
export function cardsPage(dress: Dress, posted: Posted): Html {
  const words = posterWords(dress)
  const { id } = posted.union
  // Drawn once and used eight times: on paper they are copies, and so they are here; one is enough to be read aloud.
  const sheet = (name: string, heading: string, card: Html) =>
    html`<section aria-labelledby="${name}"><h2 id="${name}" class="no-print">${heading}</h2><div class="cards"><div class="posted">${card}</div>${eight.slice(1).map(() => html`<div class="posted copy" aria-hidden="true">${card}</div>`)}</div><p class="others"><a href="${to(dress, `/poster/${id}/${name}.svg`)}" download>${words.saveSvg}</a></p></section>`
  const fill = (name: 'name' | 'phone') =>
    html`<div class="field"><label for="fill-${name}">${words[name]}</label><input id="fill-${name}" data-fills="${name}" autocomplete="off" maxlength="14"></div>`
  const body = html`<div class="no-print"><h1>${words.cards}</h1><p class="lead">${words.cardsHint}</p></div>
${sheet('card', words.pocketHeading, pocketCard(dress, posted))}
<div class="no-print" data-filling hidden>${fill('name')}${fill('phone')}</div>${sheet('contact', words.contactCards, contactCard(dress, posted))}
<p class="others"><a href="${to(dress, `/poster/${id}`)}">${words.title}</a></p>`
  return page({ dress, script: 'workshop', title: words.title, path: `/poster/${id}/cards`, body })
}
