import * as z from 'zod'
import { readRulesFile } from '../rules/rules-file.ts'

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
export function readSendingRules(dir: string): SendingRules {
  return readRulesFile(dir, 'sending.yaml', schema).value
}
