import type { Decision } from '../../domain/decision.ts'
import { Fault } from '../fault.ts'

/** Where the unit to mend stands under `unit`, not under the field the code usually means. */
export function unitNamed<E extends { kind: string; body: object }>(decision: Decision<E>): Decision<E> {
  if (!('refused' in decision) || decision.refused.code !== 'unit.unknown') return decision
  throw new Fault(422, 'unit.unknown', { field: 'body.unit', params: decision.refused.params })
}
