import type { ViewAnswer } from '../../protocol/view.ts'
import { type Dress, to } from './dress.ts'
import { type Html, html } from './html.ts'
import { page } from './page.ts'
import { enNotices } from './text/en-notices.ts'
import { zhNotices } from './text/zh-notices.ts'

/** The words of the page in its language. */
export function noticeWords({ locale }: Pick<Dress, 'locale'>): typeof zhNotices {
  return locale === 'en' ? enNotices : zhNotices
}

/** `/notices`: aid that is announced now; surname and level of the union, nothing else of anybody. */
export function noticesPage(dress: Dress, { rows, after }: ViewAnswer<'deed-notices'>): Html {
  const words = noticeWords(dress)
  const row = ({ surnames, level, deed, to: until }: (typeof rows)[number]) =>
    html`<tr><th scope="row">${words.surnames(surnames)}</th><td>${words.level[level]}</td><td>${deed[dress.locale]}</td><td><time datetime="${until}">${until}</time></td></tr>`
  const heads = [words.who, words.union, words.kind, words.until].map((each) => html`<th scope="col">${each}</th>`)
  const table = html`<div class="wide-table" role="region" aria-label="${words.title}" tabindex="0"><table class="notices"><thead><tr>${heads}</tr></thead><tbody>${rows.map(row)}</tbody></table></div>`
  const more =
    after &&
    html`<p><a class="button quiet" href="${to(dress, `/notices?after=${encodeURIComponent(after)}`)}">${words.more}</a></p>`
  const body = html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>${rows.length > 0 ? table : html`<p class="note">${words.empty}</p>`}${more}<p class="hint">${words.objection}</p>`
  return page({ dress, title: words.title, path: '/notices', body })
}
