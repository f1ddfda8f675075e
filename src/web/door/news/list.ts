import type { Named } from '../../../domain/rules.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { type Dress, to, wordsOf } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { page } from '../page.ts'
import { crumbs, newsList } from './row.ts'

/** What `/news` was asked for. */
export type NewsAsked = { readonly topic: string | null; readonly text: string | null }

/** `/news`: the latest, by topic 专题, or what a word was found in. */
export function newsPage(
  dress: Dress,
  answer: ViewAnswer<'news'>,
  { topic, text }: NewsAsked,
  topics: readonly Named[],
  now: number,
): Html {
  const words = wordsOf(dress).news
  const one = (code: string | null, name: string) =>
    html`<li><a class="chip" href="${to(dress, code === null ? '/news' : `/news?topic=${code}`)}"${topic === code ? html` aria-current="true"` : ''}>${name}</a></li>`
  const chosen = topics.find(({ code }) => code === topic)
  const heading = text !== null ? words.found(text) : (chosen?.name[dress.locale] ?? words.latest)
  const asked = [topic ? `topic=${topic}` : '', text ? `q=${encodeURIComponent(text)}` : ''].filter(Boolean)
  const again = [...asked, `after=${encodeURIComponent(answer.after ?? '')}`].join('&')
  const path = asked.length > 0 ? `/news?${asked.join('&')}` : '/news'
  const list =
    answer.rows.length > 0
      ? newsList(dress, answer.rows, now)
      : html`<p class="note">${text === null ? words.empty : words.emptyFound}</p>`
  const body = html`${crumbs(dress)}<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<form class="find" method="get" action="/news" role="search">${hidden(dress)}<label for="q">${words.search}</label><div class="beside"><input id="q" name="q" maxlength="40" value="${text ?? ''}"><button class="button quiet">${words.searchDo}</button></div></form>
<nav aria-label="${words.topics}"><ul class="chips">${one(null, words.allTopics)}${topics.map(({ code, name }) => one(code, name[dress.locale]))}</ul></nav>
<section aria-labelledby="list"><h2 id="list">${heading}</h2>${list}${answer.after && html`<p><a class="button quiet" href="${to(dress, `/news?${again}`)}">${words.more}</a></p>`}</section>`
  return page({ dress, title: words.title, path, body })
}

/** `/news/<series>`: its parts in order. */
export function seriesPage(dress: Dress, answer: ViewAnswer<'news'>, topics: readonly Named[], now: number): Html {
  const words = wordsOf(dress).news
  const { series, rows } = answer
  const title = series?.title ?? ''
  const topic = topics.find(({ code }) => code === series?.topic)
  const body = html`${crumbs(dress, [title, null])}<h1 lang="zh-CN">${title}</h1><p class="lead">${words.series} · ${words.parts(rows.length)}${topic && html` · <a href="${to(dress, `/news?topic=${topic.code}`)}">${topic.name[dress.locale]}</a>`}</p>
${rows.length > 0 ? newsList(dress, rows, now) : html`<p class="note">${words.empty}</p>`}`
  return page({ dress, title, path: `/news/${series?.series ?? ''}`, body })
}

/** Language and edition travel in the address, so a form that asks by address carries them. */
function hidden({ locale, care }: Dress): Html {
  return html`${locale === 'en' && html`<input type="hidden" name="lang" value="en">`}${care && html`<input type="hidden" name="care" value="1">`}`
}
