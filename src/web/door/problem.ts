import { localDateOf } from '../../domain/calendar/local-time.ts'
import { type Dress, to, wordsOf } from './dress.ts'
import { type Html, html } from './html.ts'
import { page } from './page.ts'
import { monthWeeks } from './when.ts'

/** What may go wrong with a whole page. */
export type Problem = 'missing' | 'origin' | 'large' | 'broken' | 'malformed'

/** A page that could not be shown or a form that was not taken: what happened, and what to do instead. */
export function problemPage(dress: Dress, problem: Problem): Html {
  const words = wordsOf(dress)
  const body = html`<h1>${words.problem[problem]}</h1><p class="lead">${words.problem[`${problem}What`]}</p><p class="actions"><a class="button" href="${to(dress, '/')}">${words.problem.home}</a></p>`
  return page({ dress, title: words.titles.problem, path: '/', body })
}

/** `/away`: covers what was on the screen with something that says nothing, a month of the calendar. */
export function awayPage(dress: Dress, now: number): Html {
  const { time, titles, lang } = wordsOf(dress)
  const today = localDateOf(now)
  const [year, month, day] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(today.slice(8))]
  const cell = (date: number | null) =>
    html`<td${date === day ? html` class="today" aria-current="date"` : ''}>${date}</td>`
  return html`<!doctype html>
<html lang="${lang}" class="${dress.care ? 'care' : ''}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${titles.away}</title><link rel="stylesheet" href="${dress.assets.css}"><script src="${dress.assets.js}" defer></script></head>
<body class="away"><main><h1>${time.month(year, month)}</h1><table><thead><tr>${time.weekdays.map((name) => html`<th scope="col"><abbr title="${name}">${lang === 'en' ? name.slice(0, 2) : name.slice(-1)}</abbr></th>`)}</tr></thead><tbody>${monthWeeks(now).map((week) => html`<tr>${week.map(cell)}</tr>`)}</tbody></table></main></body></html>`
}
