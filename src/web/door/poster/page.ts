import { type Dress, say, to } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { page } from '../page.ts'
import { type Posted, poster } from './drawing.ts'
import { posterWords } from './words.ts'

/** The text to paste into a chat group. */
export function chatText(dress: Dress, union: string, address: string): string {
  return posterWords(dress).chat(union, address, say(dress, 'danger'), say(dress, 'own-device'))
}

/** `/poster/{union}`: the poster, which prints alone, and the ways to everything else a workshop needs. */
export function posterPage(dress: Dress, posted: Posted, address: string): Html {
  const words = posterWords(dress)
  const { id, name } = posted.union
  const at = (end: string) => to(dress, `/poster/${id}/${end}`)
  const body = html`<div class="no-print"><h1>${words.heading(name)}</h1><p class="lead">${words.lead}</p></div>
<section aria-labelledby="poster"><h2 id="poster" class="no-print">${words.posterHeading}</h2><p class="no-print">${words.print}</p><figure class="posted">${poster(dress, posted)}</figure><p class="others"><a href="${at('poster.svg')}" download>${words.saveSvg}</a></p></section>
<section class="no-print" aria-labelledby="chat"><h2 id="chat">${words.chatHeading}</h2><p>${words.chatHint}</p><textarea id="chat-text" rows="9" readonly aria-labelledby="chat">${chatText(dress, name, address)}</textarea><p class="actions spaced"><button class="button quiet" type="button" data-copy="chat-text" data-done="${words.copied}" hidden>${words.copy}</button><span role="status" data-copied></span></p><p class="others"><a href="${at('chat.txt')}">${words.chatFile}</a></p></section>
<section class="no-print" aria-labelledby="more"><h2 id="more">${words.more}</h2><ul class="plain"><li><a class="button quiet" href="${at('cards')}">${words.cards}</a></li><li><a class="button quiet" href="${at('form')}">${words.form}</a><p class="hint">${words.formHint}</p></li></ul></section>`
  return page({ dress, script: 'workshop', title: words.title, path: `/poster/${id}`, body })
}
