import { type Dress, to, wordsOf } from './dress.ts'
import { helpWords } from './help/told.ts'
import { type Html, html, phrases } from './html.ts'
import { noticeWords } from './notices.ts'
import { dangerLine, page } from './page.ts'
import { seal } from './seal.ts'

/** `/`: three ways in, and what the three seals mean. Links to nothing that does not exist. */
export function homePage(dress: Dress): Html {
  const words = wordsOf(dress).home
  const way = (path: string, name: string, hint: string) =>
    html`<li><a class="way" href="${to(dress, path)}"><b>${name}</b><span>${hint}</span></a></li>`
  const explained = (name: 'met' | 'understood' | 'delivered') =>
    html`<li>${seal(name, 'solid', words[name].name)}<div><b>${words[name].word}</b><p>${words[name].what}</p></div></li>`
  const numbers = dress.rules.phoneLines.filter(
    (line) => line.danger || line.number === '12356' || line.number === '12351',
  )
  const body = html`<h1>${phrases(words.heading)}</h1><p class="lead">${words.lead}</p>
<ul class="ways">${way('/raise', words.raise, words.raiseHint)}${way('/follow', words.follow, words.followHint)}${way('/help', helpWords(dress).way, helpWords(dress).wayHint)}${way('/news', wordsOf(dress).news.way, wordsOf(dress).news.wayHint)}</ul>
<p class="others"><a href="${to(dress, '/line')}">${words.line}</a><a href="${to(dress, '/notices')}">${noticeWords(dress).link}</a></p>
<section aria-labelledby="urgent"><h2 id="urgent">${words.urgent}</h2>${dangerLine(dress)}
<ul class="numbers">${numbers.map((line) => html`<li><a href="tel:${line.number}"><b>${line.number}</b><span>${line.name[dress.locale]}</span></a></li>`)}</ul></section>
<section aria-labelledby="seals"><h2 id="seals">${words.sealsHeading}</h2><p class="quiet">${words.sealsLead}</p><ol class="explained">${(['met', 'understood', 'delivered'] as const).map(explained)}</ol></section>`
  return page({ dress, title: wordsOf(dress).titles.home, path: '/', body })
}
