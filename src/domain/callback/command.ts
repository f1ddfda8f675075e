import type { VerdictGiven } from '../demand/event.ts'
import type { CallbackWay } from './event.ts'

/** Commands of the callback and of what follows a closing. */
export type CallbackCommand =
  /** Tried and reached nobody. */
  | { readonly kind: 'callback.try'; readonly demand: string; readonly way: CallbackWay }
  /** Reached: the worker's three answers, taken down word for word. The verdict counts as assisted (law 2). */
  | {
      readonly kind: 'callback.record'
      readonly demand: string
      readonly way: 'call' | 'visit'
      /** *Is this what you meant?* */
      readonly meant?: boolean | undefined
      readonly contacted?: boolean | undefined
      readonly solved: VerdictGiven['solved']
      readonly satisfied?: NonNullable<VerdictGiven['satisfied']> | undefined
      readonly text?: string | undefined
    }
  /** The worker opens it again by right: within 30 days of the closing, with a reason (§2.8). */
  | { readonly kind: 'demand.reopen'; readonly demand: string; readonly text: string }
  /** *Did anyone give you trouble?* */
  | {
      readonly kind: 'watch.answer'
      readonly demand: string
      readonly trouble: boolean
      readonly text?: string | undefined
    }
  /** The unit that protects says what it did. */
  | { readonly kind: 'protection.answer'; readonly demand: string; readonly text: string }
