import { type FaultCode, faults, type RefusalCode, refusals } from '../protocol/refusal.ts'

/**
 * A request that is no command: malformed, unknown, out of reach. Answered as a 4xx problem document, stored nowhere.
 * `field` names what to mend; `params` fill the text of the code.
 */
export class Fault extends Error {
  readonly status: number
  readonly code: FaultCode | RefusalCode
  readonly field: string | undefined
  readonly params: Readonly<Record<string, string | number>>

  constructor(
    status: number,
    code: FaultCode | RefusalCode,
    more: { field?: string; params?: Record<string, string | number>; detail?: string } = {},
  ) {
    super(more.detail ?? (code in faults ? faults[code as FaultCode] : refusals[code as RefusalCode].doc))
    this.status = status
    this.code = code
    this.field = more.field
    this.params = more.params ?? {}
  }
}
