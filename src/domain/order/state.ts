import type { Holder } from '../demand/event.ts'
import type { CommitmentMade, JointOrdered, OrderObjected, OrderRuled, RequestAsked } from './event.ts'

type Kept<T> = Omit<T, 'content'>

/** A joint unit or department and where it stands. */
export type Joint = Kept<JointOrdered> & { readonly state: 'asked' | 'answered' | 'unable'; readonly chased: boolean }
/** A letter that went out. */
export type Letter = {
  readonly n: number
  readonly letter: string
  readonly replyDueAt: string | null
  readonly replied: boolean
}

/** The order machine beside lead and orderState of the demand (product.md, four machines). */
export type OrderState = {
  /** When silence signs; null where nothing is offered. */
  readonly autoSignAt: string | null
  /** Until when the lead may object; null where it may not. */
  readonly objectUntil: string | null
  /** An objection is possible once. */
  readonly objected: boolean
  readonly ruling: Kept<OrderObjected> | null
  /** The last ruling, which is a precedent; `path` of whom the order went to by it, null until it did. */
  readonly ruled: (Kept<OrderRuled> & { readonly at: string; readonly path: readonly number[] | null }) | null
  readonly joints: readonly Joint[]
  readonly request: Kept<RequestAsked> | null
  readonly extended: boolean
  readonly pause: { readonly reason: string; readonly untilAt: string; readonly sinceAt: string } | null
  readonly opinion: { readonly to: Holder; readonly dueAt: string } | null
  /** The promise in force; `due` once its day has passed and the callback asks. */
  readonly commitment: (Kept<CommitmentMade> & { readonly due: boolean }) | null
  readonly letters: readonly Letter[]
  /** Posts that stepped back: they see nothing of it any more. */
  readonly recused: readonly number[]
}

/** Before anything happened. */
export const noOrder: OrderState = {
  autoSignAt: null,
  objectUntil: null,
  objected: false,
  ruling: null,
  ruled: null,
  joints: [],
  request: null,
  extended: false,
  pause: null,
  opinion: null,
  commitment: null,
  letters: [],
  recused: [],
}
