import type { zhLine } from './zh-line.ts'

/** The same in English. */
export const enLine: typeof zhLine = {
  heading: 'What the union set out to do, and what came of it',
  lead: 'Here stands, clause by clause, what the union has asked of itself. The figures come from the work; none is reported by hand. Whether something is solved, only workers say.',
  none: 'No campaign is in force now.',
  days: (from: string, to: string | null) => (to === null ? `from ${from}` : `${from} to ${to}`),
  issued: (number: string, on: string) => `No. ${number} · issued ${on}`,
  month: (year: number, month: number) => `${month}/${year}`,
  counted: (by: string, from: string, to: string) => `${by} and the unions below, ${from} to ${to}`,
  plain: 'This clause is for all of us; nothing is counted.',
  failed: 'Where we failed',
  failedLead: 'What we did not do well is counted here too.',
  hidden: (fewest: number) => `fewer than ${fewest}, or it would follow: not shown`,
  hiddenWhy: (fewest: number) =>
    `So that nobody is recognised, counts below ${fewest} are not shown, nor what would give them away. Open a figure to see how it is counted.`,
}
