import { localDateOf } from '../../../domain/calendar/local-time.ts'

/** Months, YYYY-MM, both included. */
export type Months = { readonly from: string; readonly to: string }

/**
 * Over which months the figures of a campaign are told: from January of the year it begins in, or of this year where it has
 * not begun. Whole years, because those are told of every part and by every cut: of months and half years much would have to
 * stay hidden (ADR 25).
 */
export function monthsOf(fromOn: string, now: Date): Months {
  const month = localDateOf(now.getTime()).slice(0, 7)
  const [year, first] = [month.slice(0, 4), fromOn.slice(0, 4)]
  return { from: `${first < year ? first : year}-01`, to: month }
}
