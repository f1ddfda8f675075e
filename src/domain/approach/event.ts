import type { ContentRef } from '../decision.ts'

/**
 * The union asked whether it may go to the employer, and the worker's word. `via`: under the receipt, or said to a cadre and
 * written down. `consent`: the text agreed to, as `rules/consent.yaml` had it; null with a no.
 */
export type ApproachEvent =
  | {
      readonly kind: 'ApproachProposed'
      readonly body: { readonly n: number; readonly content: { readonly text: ContentRef } }
    }
  | {
      readonly kind: 'ApproachAnswered'
      readonly body: {
        readonly n: number
        readonly yes: boolean
        readonly via: 'receipt' | 'call' | 'person'
        readonly assisted: boolean
        readonly consent: { readonly version: number; readonly hash: string } | null
        readonly content: { readonly text?: ContentRef }
      }
    }
