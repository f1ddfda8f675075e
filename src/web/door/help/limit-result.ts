import type { Deadline, DeadlineEnd } from '../../../domain/entitlement/deadline.ts'
import { type Html, html } from '../html.ts'
import type { HelpWords } from '../text/zh-help.ts'
import { toRaise } from './result.ts'

/** A limit in one language, as the script is given it. */
export type LimitTold = Pick<Deadline, 'code' | 'whose' | 'span' | 'moves'> & {
  readonly name: string
  readonly starts: string
  readonly what: string
}

/** The last day, how long it is until then, and what may be done; `end` null where the calendar does not reach. */
export function limitResult(
  words: HelpWords,
  limit: LimitTold,
  end: DeadlineEnd | null,
  from: string,
  raise: string,
): Html {
  const { limits } = words
  if (!end) return html`<h2 id="result" tabindex="-1">${words.result}</h2><p>${limits.unknown}</p><p>${limit.what}</p>`
  const over = end.left < 0 && limit.whose === 'worker'
  return html`<h2 id="result" tabindex="-1">${words.result}</h2><p class="sum">${limits.ends} <b>${end.lastOn}</b> <span class="chip${end.left < 0 ? ' late' : end.left <= 30 ? ' due' : ''}">${limits.left(end.left)}</span></p>
${end.lastOn !== end.countedOn && html`<p>${limits.moved(end.countedOn)}</p>`}${!end.sure && html`<p>${limits.unsure}</p>`}${over && html`<p class="note">${limits.over}</p>`}<p class="hint">${limits.starts(limit.starts)}</p><p>${limit.what}</p>
${toRaise(words, raise, limits.text(limit.name, from, end.lastOn))}`
}
