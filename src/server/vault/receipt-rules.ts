import * as z from 'zod'
import { readRulesFile } from '../rules/read-rules-file.ts'
import type { RulesFolders } from '../rules/rules-folders.ts'

const count = z.int().min(1)
const schema = z.strictObject({
  version: z.string(),
  guess: z.strictObject({
    freePerNumber: count,
    freePerPlace: count,
    firstWaitSeconds: count,
    longestWaitSeconds: count,
    keepHours: count.max(24),
  }),
  sameReceiptMinutes: count,
})

/** Limits around receipts; `rules/receipt.yaml`. */
export type ReceiptRules = z.infer<typeof schema>

/** Reads `rules/receipt.yaml`; one error line with file and line when it is wrong. */
export function readReceiptRules(folders: RulesFolders): ReceiptRules {
  return readRulesFile(folders, 'receipt.yaml', schema).value
}
