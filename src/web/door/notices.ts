import type { ViewAnswer } from '../../protocol/view.ts'
import { type Dress, to, wordsOf } from './dress.ts'
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
  const { dot } = wordsOf(dress).punctuation
  const row = ({ surnames, level, deed, to: until }: (typeof rows)[number]) =>
    html`<li><b>${words.surnames(surnames)}</b><span class="quiet">${words.level[level]}${dot}${deed[dress.locale]}${dot}${words.until} <time datetime="${until}">${until}</time></span></li>`
  const more =
    after &&
    html`<p><a class="button quiet" href="${to(dress, `/notices?after=${encodeURIComponent(after)}`)}">${words.more}</a></p>`
  const body = html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>${rows.length > 0 ? html`<ul class="news">${rows.map(row)}</ul>` : html`<p class="note">${words.empty}</p>`}${more}<p class="hint">${words.objection}</p>`
  return page({ dress, title: words.title, path: '/notices', body })
}
