import { readDemoAccounts } from '../server/account/demo-accounts.ts'
import { readSignInRules } from '../server/account/sign-in-rules.ts'
import { readSendingRules } from '../server/notice/sending-rules.ts'
import type { RulesFolders } from '../server/rules/rules-folders.ts'
import { readReceiptRules } from '../server/vault/receipt-rules.ts'

/** Files that have a reader of their own: they are no part of what is dated. `part` names them in a comparison. */
export const otherRules = {
  'session.yaml': { part: 'sign-in', read: readSignIn },
  'receipt.yaml': { part: 'receipt', read: readReceiptRules },
  'sending.yaml': { part: 'sending', read: readSendingRules },
  'demo-accounts.yaml': { part: 'demo', read: readDemoAccounts },
} as const

/** Of the common passwords only how many there are. */
function readSignIn(folders: RulesFolders) {
  const { password, ...rules } = readSignInRules(folders)
  return { ...rules, password: { ...password, common: password.common.size } }
}
