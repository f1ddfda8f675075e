import type { Named } from '../../../domain/rules.ts'
import type { ShownBlock } from '../../../protocol/news-view.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { type Dress, to, wordsOf } from '../dress.ts'
import { type Html, html, join, lines, phrases } from '../html.ts'
import { page } from '../page.ts'
import { instantWords } from '../when.ts'
import { commentSection } from './comment.ts'
import { crumbs, newsList, titleOf } from './row.ts'

type Answer = ViewAnswer<'news-article'>

/** What the page needs beside the article. `site`: our own address, for what is shared. */
export type Around = { readonly site: string; readonly topics: readonly Named[]; readonly now: number }

/** `/news/<article>`: one page of it, or the whole text under the same address with `?all=1`. */
export function articlePage(dress: Dress, answer: Answer, { site, topics, now }: Around): Html {
  const words = wordsOf(dress).news
  const { article } = answer
  const title = titleOf(dress, article)
  const own = `/news/${article.article}`
  const path = own + (answer.all ? '?all=1' : answer.page > 1 ? `?page=${answer.page}` : '')
  const when = html`<time datetime="${article.releasedAt}">${instantWords(dress, article.releasedAt, now)}</time>`
  const tagged = topics.filter(({ code }) => article.topics.includes(code))
  const told = [
    html`${words.by} ${article.author}`,
    html`${words.source} ${answer.source}`,
    html`${words.at} ${when}`,
    html`${words.comments(answer.comments)}`,
  ]
  // A line ends between two of them before it ends within one; the space between them says enough.
  const byline = told.map((each) => html`<span class="phrase">${each}</span> `)
  const head = html`<header><h1 lang="zh-CN">${phrases(title)}</h1>
<p class="byline">${byline}</p>
${article.series && html`<p class="quiet">${words.series} <a href="${to(dress, `/news/${article.series}`)}" lang="zh-CN">${article.seriesTitle}</a></p>`}${tagged.length > 0 && html`<ul class="chips" aria-label="${words.topics}">${tagged.map(({ code, name }) => html`<li><a class="chip" href="${to(dress, `/news?topic=${code}`)}">${name[dress.locale]}</a></li>`)}</ul>`}</header>`
  const comments = commentSection(dress, {
    ...{ article: article.article, open: answer.commentsOpen, n: answer.comments, list: answer.commentList },
    when: (instant) => instantWords(dress, instant, now),
  })
  const body = html`${crumbs(dress, [words.body, null])}
<article>${head}${note(dress, answer, now)}<div class="text" lang="zh-CN">${blocks(dress, answer)}</div>${pager(dress, answer, own)}</article>
${share(dress, site + own)}
${comments}
<section class="no-print" aria-labelledby="related"><h2 id="related">${words.related}</h2>${answer.related.length > 0 ? newsList(dress, answer.related, now) : html`<p class="quiet">${words.relatedNone}</p>`}</section>
<section class="no-print" aria-labelledby="hot"><h2 id="hot">${words.hot}</h2><p class="hint">${words.hotHint}</p>${answer.hot.length > 0 ? newsList(dress, answer.hot, now) : html`<p class="quiet">${words.hotNone}</p>`}</section>`
  return page({ dress, title, path, body, head: card(title, site, own) })
}

/** What a messenger shows of a shared address: the title and our own picture, nothing that counts anybody. */
function card(title: string, site: string, own: string): Html {
  const meta = (property: string, content: string) => html`<meta property="${property}" content="${content}">`
  return html`${meta('og:type', 'article')}${meta('og:title', title)}${meta('og:url', site + own)}${meta('og:image', `${site}${own}/card.svg`)}`
}

function note(dress: Dress, { note: why, noteText, version, changedAt }: Answer, now: number): Html | false {
  const words = wordsOf(dress).news
  if (why === null) return false
  const { colon, dot } = wordsOf(dress).punctuation
  const said = why === 'person' ? words.person : words.corrected + (noteText === null ? '' : colon + noteText)
  return html`<p class="note">${said}<br><span class="quiet">${words.version(version)}${dot}${instantWords(dress, changedAt, now)}</span></p>`
}

/** Items in a row are one list. */
function blocks(dress: Dress, { blocks: all, article }: Answer): Html {
  const parts: Html[] = []
  for (let at = 0; at < all.length; at += 1) {
    const block = all[at] as ShownBlock
    if (block.kind !== 'item') {
      parts.push(blockHtml(dress, block, article.article))
      continue
    }
    const items: Html[] = []
    for (; all[at]?.kind === 'item'; at += 1) items.push(html`<li>${lines((all[at] as { text: string }).text)}</li>`)
    at -= 1
    parts.push(html`<ul>${items}</ul>`)
  }
  return join(parts)
}

function blockHtml(dress: Dress, block: ShownBlock, article: string): Html {
  switch (block.kind) {
    case 'paragraph':
    case 'item':
      return html`<p>${lines(block.text)}</p>`
    case 'heading':
      return html`<h2>${block.text}</h2>`
    case 'quote':
      return html`<blockquote>${lines(block.text)}</blockquote>`
    case 'picture':
      return html`<figure><img src="/news/${article}/picture/${block.n}" alt="${block.alt}"></figure>`
    case 'figure':
      return figure(dress, block)
  }
}

function figure(dress: Dress, { name, n, from, to: until, on }: Extract<ShownBlock, { kind: 'figure' }>): Html {
  const words = wordsOf(dress).news
  const { dot } = wordsOf(dress).punctuation
  return html`<figure class="figure"><b>${n === null ? words.few : n}</b><figcaption>${name[dress.locale]}${dot}${words.months(from, until)}${dot}${on === null ? words.live : words.frozen(on)}</figcaption></figure>`
}

/** `1 2 3 显示全文`: the same address, whole or in pages. */
function pager(dress: Dress, { page: here, pages, all }: Answer, own: string): Html | false {
  const words = wordsOf(dress).news
  if (pages <= 1) return false
  const numbers = Array.from({ length: pages }, (_, at) => at + 1)
  const one = (n: number) =>
    !all && n === here
      ? html`<li><b aria-current="page" aria-label="${words.page(n)}">${n}</b></li>`
      : html`<li><a href="${to(dress, n === 1 ? own : `${own}?page=${n}`)}" aria-label="${words.page(n)}">${n}</a></li>`
  const whole = all
    ? html`<a href="${to(dress, own)}">${words.paged}</a>`
    : html`<a href="${to(dress, `${own}?all=1`)}">${words.full}</a>`
  return html`<nav class="pager" aria-label="${words.pages}"><ol>${numbers.map(one)}<li>${whole}</li></ol></nav>`
}

/** The address as text that selects as a whole: it works without a script and tells nobody. */
function share(dress: Dress, address: string): Html {
  const words = wordsOf(dress).news
  return html`<section class="share" aria-labelledby="share"><h2 id="share">${words.share}</h2><p class="address mono">${address}</p><p class="hint">${words.shareHint}</p></section>`
}

/** What stands where an article was taken off: that there was one, when it went, and why. */
export function takenOffPage(
  dress: Dress,
  { reason, at }: { readonly reason: string; readonly at: string },
  withdrawals: readonly Named[],
  now: number,
): Html {
  const words = wordsOf(dress).news
  const { colon } = wordsOf(dress).punctuation
  const why = withdrawals.find(({ code }) => code === reason)?.name[dress.locale]
  const body = html`${crumbs(dress, [words.off, null])}<h1>${words.off}</h1><p class="lead">${words.offAt(instantWords(dress, at, now))}</p>${why && html`<p>${words.offWhy}${colon}${why}</p>`}<p class="actions"><a class="button" href="${to(dress, '/news')}">${words.back}</a></p>`
  return page({ dress, title: words.off, path: '/news', body })
}
