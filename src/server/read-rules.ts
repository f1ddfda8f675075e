import type { Instant } from '../domain/calendar/local-time.ts'
import type { RuleSet } from '../domain/rules.ts'
import { readSignInRules, type SignInRules } from './account/sign-in-rules.ts'
import { readSendingRules, type SendingRules } from './notice/sending-rules.ts'
import { loadRuleSet } from './rules/load.ts'
import type { RulesFolders } from './rules/rules-folders.ts'
import { type ReceiptRules, readReceiptRules } from './vault/receipt-rules.ts'

/** Everything a server does by rule: what is dated, and what is read once at the start. */
export type ReadRules = {
  readonly ruleSet: RuleSet
  readonly signIn: SignInRules
  readonly receipts: ReceiptRules
  readonly sending: SendingRules
}

/**
 * Reads all rules of an installation, its own over the shipped ones: the one place a server gets them from.
 * @throws RulesError for the first thing that is wrong
 */
export function readRules(folders: RulesFolders, at: Instant): ReadRules {
  return {
    ruleSet: loadRuleSet(folders, at),
    signIn: readSignInRules(folders),
    receipts: readReceiptRules(folders),
    sending: readSendingRules(folders),
  }
}
