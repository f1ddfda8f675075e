import type { ContentRef } from '../decision.ts'
import type { DeedFor, Useful } from './command.ts'
import type { DeedValues } from './kind.ts'

/** What a unit proposed, as it was computed. Texts and names stand sealed in `content`. */
export type DeedProposed = {
  readonly unit: number
  /** The unit with its ancestors, itself first. */
  readonly path: readonly number[]
  readonly deed: string
  readonly for: DeedFor
  readonly employer: number | null
  readonly beneficiaries: number
  /** Fen, CNY; 0 where no money is given. */
  readonly amountFen: number
  readonly fund: string | null
  readonly fields: DeedValues
  readonly demand: string | null
  /** First and last day of the public notice, `YYYY-MM-DD`; null where the kind has none. */
  readonly noticeFrom: string | null
  readonly noticeTo: string | null
  /** How many persons must approve. */
  readonly approvers: number
  /** Account of whoever proposed: a person may change posts, never who they are. */
  readonly by: string
  readonly content: Readonly<Record<'what' | 'names' | 'surnames', ContentRef>>
}

/** Events of a deed that stands by itself. `by` is an account; `on` a day in China. */
export type DeedEvent =
  | { readonly kind: 'DeedProposed'; readonly body: DeedProposed }
  | { readonly kind: 'DeedApproved'; readonly body: { readonly by: string; readonly unit: number } }
  | {
      readonly kind: 'DeedRefused'
      readonly body: {
        readonly by: string
        readonly unit: number
        readonly content: Readonly<Record<'reason', ContentRef>>
      }
    }
  | {
      readonly kind: 'DeedDone'
      readonly body: { readonly on: string; readonly content?: Readonly<Record<'evidence', ContentRef>> }
    }
  | { readonly kind: 'DeedEnded'; readonly body: { readonly content: Readonly<Record<'reason', ContentRef>> } }
  /** Slips were made, so many for this side; they are numbered on from those before. */
  | { readonly kind: 'DeedSlipsMade'; readonly body: { readonly side: DeedFor; readonly count: number } }
  | { readonly kind: 'DeedSaid'; readonly body: { readonly slip: number; readonly useful: Useful } }
  | { readonly kind: 'EnterpriseSaid'; readonly body: { readonly slip: number; readonly useful: 'yes' | 'no' } }
