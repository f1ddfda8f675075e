import { rulesAt } from '../domain/rules.ts'
import { readRules } from '../server/compose.ts'
import type { Config } from '../server/config.ts'
import type { Check } from '../server/doctor-checks.ts'
import { StartError } from '../server/start-error.ts'

/** Which rules hold, by whose folder; and what is wrong with them when a start would refuse them. */
export function rulesCheck({ rules: folders }: Config, now: Date): Check & { readonly version: string | null } {
  const whose = folders.own === undefined ? 'as shipped' : `as shipped, and ${folders.own} over them`
  try {
    const { version } = rulesAt(readRules(folders, now.getTime()).ruleSet, now.getTime())
    return { name: 'rules', ok: true, detail: `${whose}; ${version}`, version }
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return { name: 'rules', ok: false, detail: error.message, version: null }
  }
}
