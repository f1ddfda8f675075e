import { namesPart, partNumber } from '../../../domain/article/card.ts'
import type { NewsRow } from '../../../protocol/news-view.ts'
import { type Dress, to, wordsOf } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { instantWords } from '../when.ts'

/** A title with the number of its part: 扎根群众（二）. */
export function titleOf(dress: Dress, { title, part }: Pick<NewsRow, 'title' | 'part'>): string {
  const words = wordsOf(dress).news
  const told = title === '' ? words.untitled : title
  return part === null || namesPart(title, part) ? told : told + words.part(numberOf(dress, part))
}

function numberOf({ locale }: Dress, part: number): string {
  return locale === 'en' ? String(part) : partNumber(part)
}

/** A list of articles: title, who wrote it, when. */
export function newsList(dress: Dress, rows: readonly NewsRow[], now: number): Html {
  const { dot } = wordsOf(dress).punctuation
  return html`<ul class="news">${rows.map(
    (row) =>
      html`<li><a href="${to(dress, `/news/${row.article}`)}" lang="zh-CN">${titleOf(dress, row)}</a><span class="quiet">${row.author}${dot}<time datetime="${row.releasedAt}">${instantWords(dress, row.releasedAt, now)}</time></span></li>`,
  )}</ul>`
}

/** 首页 > 新闻中心 > …: where a page stands. */
export function crumbs(dress: Dress, ...last: readonly (readonly [string, string | null])[]): Html {
  const words = wordsOf(dress)
  const all: readonly (readonly [string, string | null])[] = [
    [words.titles.home, '/'],
    [words.news.title, '/news'],
    ...last,
  ]
  return html`<nav class="crumbs" aria-label="${words.news.crumbs}"><ol>${all.map(([name, path], at) =>
    at === all.length - 1 || path === null
      ? html`<li${at === all.length - 1 ? html` aria-current="page"` : ''}>${name}</li>`
      : html`<li><a href="${to(dress, path)}">${name}</a></li>`,
  )}</ol></nav>`
}
