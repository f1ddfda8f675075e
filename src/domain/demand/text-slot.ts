import type { Sealed } from '../decision.ts'

/** A sealed text in the slot `text`, or nothing. */
export function textSlot(kind: string, value: string | undefined): Record<string, Sealed> {
  return value ? { text: { part: 'text', kind, value } } : {}
}
