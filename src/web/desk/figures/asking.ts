import { isLocalDate } from '../../../domain/calendar/local-time.ts'
import { type Measure, measures } from '../../../domain/measure/measure.ts'
import { isPeriod, type Period } from './period.ts'

/** What the page of figures is asked, as it stands in the address: a figure can be sent to somebody else. */
export interface Asking {
  readonly unit?: number | undefined
  readonly period: Period
  readonly measure: Measure
  readonly cut?: string | undefined
  /** A day gone by, at the end of which the figures are told. */
  readonly asOf?: string | undefined
}

/** Whatever stands in the address, read; what cannot be one is left out. */
export function readAsking(search: Readonly<Record<string, unknown>>): Asking {
  const { unit, period, measure, cut, asOf } = search
  return {
    ...(Number.isInteger(unit) && Number(unit) > 0 ? { unit: Number(unit) } : {}),
    period: isPeriod(period) ? period : 'year',
    measure: (measures as readonly unknown[]).includes(measure) ? (measure as Measure) : 'heard',
    ...(typeof cut === 'string' && /^[a-z]{1,20}:[A-Za-z0-9-]{1,40}$/.test(cut) ? { cut } : {}),
    ...(typeof asOf === 'string' && isLocalDate(asOf) ? { asOf } : {}),
  }
}
