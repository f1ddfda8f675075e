import type { ExclusionAsked } from './event.ts'

/** Whether a matter counts in the rates (domain §2.9). A new word of the worker begins anew. */
export type ExclusionState = {
  /** When the worker's word came that stands; null while there is none that counts in a rate. */
  readonly wordAt: string | null
  readonly asked: Omit<ExclusionAsked, 'content'> | null
  /** Posts of the level above that agreed. */
  readonly agreed: readonly number[]
  readonly decided: 'excluded' | 'kept' | null
}

/** Before the worker said anything. */
export const noExclusion: ExclusionState = { wordAt: null, asked: null, agreed: [], decided: null }
