import type { FigureRules } from '../../../domain/measure/figure-rules.ts'
import type { PublicLine } from '../../../protocol/public-line.ts'
import { type Dress, to, wordsOf } from '../dress.ts'
import { type Html, html, phrases } from '../html.ts'
import { figureOf, monthWords } from '../line.ts'
import { page } from '../page.ts'
import { publicWords } from './words.ts'

/** `/about`: what the union does here, how much of it, and how often it failed. */
export function aboutPage(dress: Dress, line: PublicLine, rules: FigureRules): Html {
  const words = publicWords(dress).about
  const { root, period } = line
  const list = (each: PublicLine['work'][number]) => html`<li>${figureOf(dress, line, rules, each, null)}</li>`
  const figures =
    root !== null && period !== null
      ? html`<section aria-labelledby="work"><h2 id="work">${words.work}</h2><p class="quiet">${words.counted(root, monthWords(dress, period.from), monthWords(dress, period.to))}</p><ul class="clauses">${line.work.map(list)}</ul></section>
<section aria-labelledby="failed"><h2 id="failed">${words.failed}</h2><p>${words.failedLead}</p><ul class="clauses">${line.failures.map(list)}</ul></section>
<p class="quiet">${words.where} ${words.hidden(line.fewest)}</p>`
      : html`<p class="note">${words.nobody}</p>`
  const body = html`<h1>${phrases(words.heading)}</h1><p class="lead">${words.lead}</p>
<section aria-labelledby="does"><h2 id="does">${words.doesHeading}</h2><ol class="plain">${words.does.map((each) => html`<li>${each}</li>`)}</ol></section>
${figures}<p class="others"><a href="${to(dress, '/line')}">${words.line}</a><a href="${to(dress, '/raise')}">${wordsOf(dress).home.raise}</a></p>`
  return page({ dress, title: words.title, path: '/about', body })
}
