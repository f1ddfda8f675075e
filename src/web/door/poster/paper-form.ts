import { type Dress, say, to } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { page } from '../page.ts'
import type { Posted } from './drawing.ts'
import { posterWords } from './words.ts'

/** `/poster/{union}/form`: one sheet to write on, with the same questions and the same promises as `/raise`. */
export function paperFormPage(dress: Dress, { union, qr }: Posted): Html {
  const words = posterWords(dress)
  const { paper } = words
  const box = (label: string, rows: number) => html`<div class="write r${rows}"><b>${label}</b></div>`
  const mode = (each: 'named' | 'confidential' | 'anonymous') =>
    html`<li><span class="tick" aria-hidden="true"></span><b>${paper.modes[each]}</b> <span>${say(dress, `promise-${each}`)}</span></li>`
  const body = html`<p class="no-print">${words.formHint} ${paper.printIt}：${words.print}</p>
<article class="posted form"><header><div><h1>${paper.title}</h1><p>${union.name}</p></div><svg viewBox="0 0 ${qr.size} ${qr.size}" role="img" aria-label="${words.scan}" shape-rendering="crispEdges"><path d="${qr.path}" fill="#000"/></svg></header>
<p>${paper.lead}</p>${box(paper.what, 4)}<div class="two">${box(paper.where, 1)}${box(paper.employer, 1)}</div>${box(paper.persons, 1)}
<p><b>${paper.mode}</b></p><ul class="ticks">${(['named', 'confidential', 'anonymous'] as const).map(mode)}</ul>
<p><b>${paper.counter}</b></p><p class="quiet">${say(dress, 'check-word')} ${say(dress, 'danger')}</p>
<p class="cut">${paper.cut}</p><p>${paper.contact}</p><div class="two">${box(paper.name, 1)}${box(paper.phone, 1)}</div>${box(paper.reach, 1)}<p class="quiet">${paper.staff}</p></article>
<p class="others"><a href="${to(dress, `/poster/${union.id}`)}">${words.title}</a></p>`
  return page({ dress, title: words.form, path: `/poster/${union.id}/form`, body })
}
