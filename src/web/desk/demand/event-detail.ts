import type { TimelineRow } from '../../../protocol/view.ts'

/** What an event carries, read without trusting its shape: an event of a later version must not break a page. */
export type Detail = TimelineRow['detail']

/** A text of that name, or nothing. */
export function word(detail: Detail, name: string): string {
  const value = detail[name]
  return typeof value === 'string' ? value : ''
}

/** A number of that name, or 0. */
export function number(detail: Detail, name: string): number {
  const value = detail[name]
  return typeof value === 'number' ? value : 0
}

/** The unit of a holder, or null. */
export function holderUnit(holder: unknown): number | null {
  if (typeof holder !== 'object' || holder === null || !('unit' in holder)) return null
  return typeof holder.unit === 'number' ? holder.unit : null
}

/** A class as an event carries it. */
export function classIn(value: unknown): { urgency: string; difficulty: string } | null {
  if (typeof value !== 'object' || value === null) return null
  const { urgency, difficulty } = value as Detail
  return typeof urgency === 'string' && typeof difficulty === 'string' ? { urgency, difficulty } : null
}
