import { timeOfId } from '../../domain/id.ts'
import type { CommandKind, Outcome } from '../../protocol/command.ts'
import { receiptOf } from '../vault/receipt-code.ts'
import type { CommandContext } from './context.ts'
import type { Submitted } from './handle.ts'

/**
 * Adds number, code and check word to the outcome of `demand.raise`. They are derived from the command's id, stored
 * nowhere; a repetition gets them for as long as the rules allow, so that whoever finds an old request gets no receipt.
 */
export function withReceipt(
  context: CommandContext,
  kind: CommandKind,
  id: string,
  { outcome, again, receipt }: Submitted,
): Outcome {
  if (kind !== 'demand.raise' || !('accepted' in outcome)) return outcome
  const { keys, clock, rules, receiptRules } = context
  // The age of the demand, not of the command's own id: a sender's clock may be wrong.
  const age = clock.now().getTime() - timeOfId(outcome.accepted.stream)
  if (again && age > receiptRules.sameReceiptMinutes * 60_000) return outcome
  return { accepted: { ...outcome.accepted, ...(receipt ?? receiptOf(keys.receipt, id, rules.checkWords)) } }
}
