/** Spans of whole months that can be chosen. */
export const periods = ['year', 'month', 'last-month', 'last-year'] as const
/** A span that can be chosen. */
export type Period = (typeof periods)[number]

/** First and last month of a span, YYYY-MM, as seen on a day of that month (Asia/Shanghai). */
export function monthsOf(period: Period, month: string): { readonly from: string; readonly to: string } {
  const year = Number(month.slice(0, 4))
  switch (period) {
    case 'year':
      return { from: `${year}-01`, to: month }
    case 'month':
      return { from: month, to: month }
    case 'last-month': {
      const before = monthBefore(month)
      return { from: before, to: before }
    }
    case 'last-year':
      return { from: `${year - 1}-01`, to: `${year - 1}-12` }
  }
}

function monthBefore(month: string): string {
  const [year, n] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return n === 1 ? `${year - 1}-12` : `${year}-${String(n - 1).padStart(2, '0')}`
}

export function isPeriod(text: unknown): text is Period {
  return (periods as readonly unknown[]).includes(text)
}
