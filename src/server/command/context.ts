import type { Pool } from 'pg'
import type { RuleSet, Rules } from '../../domain/rules.ts'
import type { Clock } from '../clock.ts'
import type { Keys } from '../keys-file.ts'
import type { HeadsFile } from '../ledger/heads-file.ts'
import type { Log } from '../log.ts'
import type { Directory } from '../organisation/directory.ts'
import type { ErasuresFile } from '../vault/erasures-file.ts'
import type { ReceiptRules } from '../vault/receipt-rules.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import type { WithdrawalsFile } from '../vault/withdrawals-file.ts'

/** What the pipeline needs. */
export type CommandContext = {
  readonly writer: Pool
  readonly keys: Keys
  readonly subjectKeys: SubjectKeys
  readonly heads: HeadsFile
  readonly erasures: ErasuresFile
  readonly withdrawals: WithdrawalsFile
  readonly clock: Clock
  /** In force when the server started; a batch goes by the edition in force at its own instant. */
  readonly rules: Rules
  readonly ruleSet: RuleSet
  readonly receiptRules: ReceiptRules
  readonly directory: Directory
  readonly log: Log
}
