import type { Limits } from '../../domain/limit.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import type { Came } from './compare.ts'
import { figuresOf } from './figures.ts'
import type { Answer } from './http-player.ts'
import { mergedFiguresOf } from './merged-figures.ts'

type Body = Readonly<Record<string, unknown>>

/** What a command came to. */
export function cameOfCommand({ status, body }: Answer, all: readonly Answer[], before?: Answer): Came {
  const first = JSON.stringify((before ?? all[0])?.body)
  const same = all.every((each) => JSON.stringify(each.body) === first)
  const repeated = before !== undefined || all.length > 1
  const { refused } = (body ?? {}) as { refused?: { code: string } }
  return {
    ...problemOf({ status, body }),
    refused: refused?.code,
    answer: repeated ? { same } : {},
    text: textOf(body),
    whole: body,
  }
}

/** What a view came to. */
export function cameOfView(name: string, answer: Answer, limits: Limits): Came {
  const problem = problemOf(answer)
  const body = (answer.body ?? {}) as Body
  const text = textOf(answer.body)
  if (problem.problem) return { ...problem, answer: {}, text }
  const found = rowsOf(body)
  const rows = found ? { count: found.length } : {}
  const demands = found?.flatMap((row) => (typeof row?.id === 'string' ? [row.id] : []))
  const topics = name === 'rules' ? { count: (body.topics as unknown[]).length } : {}
  if (name !== 'demand' && name !== 'follow') {
    const counts = name === 'counts' ? { counts: body } : {}
    const verbs = Array.isArray(body.verbs) ? { verbs: body.verbs } : {}
    return { answer: { ...rows, ...topics, ...counts, ...verbs }, demands, text, whole: body }
  }
  const page = body as unknown as ViewAnswer<'follow'>
  const desk = name === 'demand' ? { ...mergedFiguresOf(page), combined: combinedIn(page) } : {}
  const whole = { ...figuresOf(page, limits), ...desk }
  return { figures: whole, answer: { verbs: page.demand.verbs }, text, whole: body }
}

/** How often the record shows that one person did two parts of the matter (product law 10). */
function combinedIn({ timeline }: ViewAnswer<'follow'>): number {
  return timeline.filter(({ detail }) => detail.combined === true).length
}

/** Rows of an answer: of a list, or the one that was looked for and may be missing. */
function rowsOf({ rows, row }: Body): readonly { readonly id?: unknown }[] | undefined {
  if (Array.isArray(rows)) return rows
  return row === undefined ? undefined : [row].filter((each) => each !== null)
}

/** A refused request as its problem document says it; a server that is ill is a problem too. */
export function problemOf({ status, body }: Answer): Pick<Came, 'problem'> {
  if (status < 400) return {}
  const { code, field } = (body ?? {}) as { code?: string; field?: string }
  return { problem: { status, code: code ?? '', field: field ?? null } }
}

/** Every text of an answer, one a line: what can be read in it, without its quotes and marks. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || typeof value !== 'object') return String(value)
  return Object.values(value).map(textOf).join('\n')
}
