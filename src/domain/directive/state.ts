import type { DirectiveWords } from './command.ts'
import type { Form, FormAsk } from './event.ts'

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
  /** Forms that were wanted, oldest first; a form asked for again after a refusal stands twice. */
  readonly asked: readonly AskedForm[]
  readonly approved: readonly Form[]
  readonly attached: readonly Form[]
}

/** A form that was wanted, and what became of it. */
export type AskedForm = FormAsk & {
  readonly state: 'asked' | 'approved' | 'refused'
  /** Why it was refused. */
  readonly reason: string | null
  /** The unit that answered. */
  readonly answeredBy: number | null
  readonly answeredOn: string | null
}
