import * as z from 'zod'
import { readRulesFile } from '../rules/read-rules-file.ts'
import type { RulesFolders } from '../rules/rules-folders.ts'

const count = z.int().min(1)
const schema = z.strictObject({
  version: z.string(),
  subject: z.string(),
  ring: z.strictObject({ codes: z.array(z.string()), everyMinutes: count }),
  retry: z.strictObject({ firstSeconds: count, longestSeconds: count, tries: count }),
  staleAfterHours: count,
})

/** How notices are sent; `rules/sending.yaml`. */
export type SendingRules = z.infer<typeof schema>

/** Reads `rules/sending.yaml`; one error line with file and line when it is wrong. */
export function readSendingRules(folders: RulesFolders): SendingRules {
  return readRulesFile(folders, 'sending.yaml', schema).value
}
