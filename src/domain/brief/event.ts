import type { ContentRef } from '../decision.ts'
import type { BriefPart } from './command.ts'

/** Events of a brief: one unit's copy of a directive, and what the unit made of it. */
export type BriefEvent =
  | {
      readonly kind: 'BriefDelivered'
      readonly body: {
        readonly directive: string
        readonly unit: number
        /** The unit with all above it, itself first. */
        readonly path: readonly number[]
        /** How many clauses the directive has. */
        readonly clauses: number
      }
    }
  | { readonly kind: 'BriefReceived'; readonly body: Readonly<Record<string, never>> }
  | { readonly kind: 'BriefPlanned'; readonly body: { readonly content: { readonly plan: ContentRef } } }
  | { readonly kind: 'BriefDecomposed'; readonly body: { readonly parts: readonly BriefPart[] } }
