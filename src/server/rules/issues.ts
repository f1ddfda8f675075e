import { z } from 'zod'
import type { IssueRules } from '../../domain/issue/issue-rules.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { count, named, said, some } from './schema-parts.ts'

/** `issues.yaml` */
export const issuesFile = z.strictObject({
  version: said,
  measureDays: count.max(366),
  practiceMonths: count.max(24),
  opinionWorkingDays: count.max(60),
  mostPlaces: count.max(200),
  closeReasons: some(named),
})

/** Refuses a reason that stands twice. */
export function buildIssues(file: RulesFile<z.infer<typeof issuesFile>>): IssueRules {
  const { version: _, closeReasons, ...numbers } = file.value
  refuseRepeats(file, ['closeReasons'], closeReasons, 'code')
  return { ...numbers, closeReasons: closeReasons.map(({ code, zh, en }) => ({ code, name: { zh, en } })) }
}
