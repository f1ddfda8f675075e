import { instantOn, type LocalDate, localDateOf } from '../../../domain/calendar/local-time.ts'
import type { Dress } from '../dress.ts'
import { dayText } from '../when.ts'
import type { FollowView } from './session.ts'

type Timeline = FollowView['answer']['timeline']

/** The last row of a kind. */
export function lastOf(timeline: Timeline, kind: string): Timeline[number] | undefined {
  return timeline.filter((row) => row.kind === kind).toSorted((a, b) => b.n - a.n)[0]
}

/** A local date of a record, `YYYY-MM-DD`, in words; empty where it is none. */
export function dateWords(dress: Dress, value: unknown, now: number): string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return ''
  return dayText(dress, instantOn(value as LocalDate), now)
}

/** Whether a promise is in force whose day is not over. */
export function isAhead({ answer, now }: FollowView): boolean {
  const { promisedOn } = answer.demand
  return promisedOn !== null && localDateOf(now) <= promisedOn
}

/** An amount in yuan, with two digits after the point only where there are some. */
export function yuan(amountFen: number): string {
  const [whole = '', rest = ''] = (amountFen / 100).toFixed(2).split('.')
  return whole.replace(/(?<=\d)(?=(\d{3})+$)/g, ',') + (rest === '00' ? '' : `.${rest}`)
}
