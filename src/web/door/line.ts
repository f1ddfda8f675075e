import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import type { Figured, PublicLine } from '../../protocol/public-line.ts'
import { type Dress, wordsOf } from './dress.ts'
import { type Html, html } from './html.ts'
import { page } from './page.ts'

/** `/line`: what the union has set itself to do, clause by clause with what came of it, and how often it failed. */
export function linePage(dress: Dress, line: PublicLine, rules: FigureRules): Html {
  const words = wordsOf(dress).line
  const { time } = wordsOf(dress)
  const day = (on: string) => {
    const [year, month, date] = on.split('-').map(Number) as [number, number, number]
    return time.dateYear(year, month, date)
  }
  const month = (of: string) => monthWords(dress, of)
  const told = (figured: Figured, cut: string | null = null) => figureOf(dress, line, rules, figured, cut)
  const campaigns = line.campaigns.map(
    (campaign) => html`<section class="campaign"><h2>${campaign.title}</h2>
<p class="quiet">${campaign.by} · ${words.days(day(campaign.fromOn), campaign.toOn === null ? null : day(campaign.toOn))}</p><p class="said">${campaign.purpose}</p>
${campaign.papers.map(
  (
    paper,
  ) => html`<h3>${paper.title}</h3><p class="quiet">${words.issued(paper.number, day(paper.issuedOn))} · ${words.counted(campaign.by, month(campaign.period.from), month(campaign.period.to))}</p>
<ol class="clauses">${paper.clauses.map(
    ({ text, figured, cut }) =>
      html`<li><p class="said">${text}</p>${figured ? told(figured, cut) : html`<p class="quiet">${words.plain}</p>`}</li>`,
  )}</ol>`,
)}</section>`,
  )
  const failed =
    line.root !== null && line.period !== null
      ? html`<section aria-labelledby="failed"><h2 id="failed">${words.failed}</h2><p>${words.failedLead}</p>
<p class="quiet">${words.counted(line.root, month(line.period.from), month(line.period.to))}</p><ul class="clauses">${line.failures.map((each) => html`<li>${told(each)}</li>`)}</ul></section>`
      : ''
  const body = html`<h1>${words.heading}</h1><p class="lead">${words.lead}</p>
${campaigns.length > 0 ? campaigns : html`<p>${words.none}</p>`}${failed}<p class="quiet">${words.hiddenWhy(line.fewest)}</p>`
  return page({ dress, title: wordsOf(dress).titles.line, path: '/line', body })
}

/** A month YYYY-MM in words. */
export function monthWords(dress: Dress, of: string): string {
  return wordsOf(dress).line.month(Number(of.slice(0, 4)), Number(of.slice(5)))
}

/** A figure that opens to how it is counted; a small one is hidden, in words. */
export function figureOf(
  dress: Dress,
  { fewest }: PublicLine,
  rules: FigureRules,
  { measure, figure }: Figured,
  cut: string | null,
): Html {
  const words = wordsOf(dress).line
  const { name, definition, unit } = rules.measures[measure]
  const group = cut === null ? undefined : dress.rules.taxonomy.groups.find(({ code }) => cut === `topic:${code}`)
  const about = group ? ` · ${group.name[dress.locale]}` : ''
  const count =
    figure.n === null
      ? words.hidden(fewest)
      : `${figure.n.toLocaleString('zh-CN')}${dress.locale === 'zh' ? ` ${unit}` : ''}`
  return html`<details class="told"><summary>${name[dress.locale]}${about} <b>${count}</b></summary><p>${definition[dress.locale]}</p></details>`
}
