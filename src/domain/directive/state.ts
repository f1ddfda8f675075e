import type { DirectiveWords } from './command.ts'
import type { Form } from './event.ts'

/** How far a directive is. `superseded` and `withdrawn` are over: they are delivered to nobody any more. */
export const directiveStates = ['draft', 'issued', 'superseded', 'withdrawn'] as const

/** A directive, folded from its events. */
export type DirectiveState = DirectiveWords & {
  readonly id: string
  readonly unit: number
  /** The issuing unit and all above it, itself first. */
  readonly path: readonly number[]
  readonly campaign: string
  readonly state: (typeof directiveStates)[number]
  /** The unit that receives it with all below; null while it is a draft. */
  readonly to: number | null
  readonly issuedOn: string | null
  readonly successor: string | null
  readonly reason: string | null
  readonly approved: readonly Form[]
  readonly attached: readonly Form[]
}
