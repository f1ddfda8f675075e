import { timeOfId } from '../../domain/id.ts'
import type { CommandKind, Outcome } from '../../protocol/command.ts'
import { receiptOf } from '../vault/receipt-code.ts'
import { slipOf } from '../vault/slip.ts'
import type { CommandContext } from './context.ts'
import type { Submitted } from './handle.ts'

/**
 * Adds number, code and check word to the outcome of `demand.raise`, the slips to that of `deed.slip`. They are derived from the command's id, stored
 * nowhere; a repetition gets them for as long as the rules allow, so that whoever finds an old request gets no receipt.
 */
export function withReceipt(
  context: CommandContext,
  kind: CommandKind,
  id: string,
  { outcome, again, receipt }: Submitted,
): Outcome {
  if (!('accepted' in outcome)) return outcome
  if (kind === 'deed.slip') return withSlips(context, id, outcome, again)
  if (kind !== 'demand.raise') return outcome
  const { keys, clock, rules, receiptRules } = context
  // The age of the demand, not of the command's own id: a sender's clock may be wrong.
  const age = clock.now().getTime() - timeOfId(outcome.accepted.stream)
  if (again && age > receiptRules.sameReceiptMinutes * 60_000) return outcome
  return { accepted: { ...outcome.accepted, ...(receipt ?? receiptOf(keys.receipt, id, rules.checkWords)) } }
}

/** The slips that a command made: derived like receipts, told for as long. */
function withSlips(
  { keys, clock, receiptRules }: CommandContext,
  id: string,
  outcome: Extract<Outcome, { accepted: unknown }>,
  again: boolean,
): Outcome {
  const age = Math.abs(clock.now().getTime() - timeOfId(id))
  if (again && age > receiptRules.sameReceiptMinutes * 60_000) return outcome
  const { stream } = outcome.accepted
  const { side, first, count } = outcome.accepted as unknown as SlipsMade
  const slips = Array.from({ length: count }, (_, at) => slipOf(keys.receipt, stream, side, first + at))
  return { accepted: { ...outcome.accepted, ...slips[0], slips } }
}

type SlipsMade = { readonly side: 'workers' | 'enterprise'; readonly first: number; readonly count: number }
