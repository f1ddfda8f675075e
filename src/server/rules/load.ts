import { fileURLToPath } from 'node:url'
import { addDays, type Instant, instantOn, localDateOf, yearOf } from '../../domain/calendar/local-time.ts'
import { type RuleSet, type Rules, rulesAt } from '../../domain/rules.ts'
import { assembleRules } from './assemble.ts'
import { readAllFiles } from './read-files.ts'
import { type Found, RulesError, type RulesFinding, throwFirst } from './rules-document.ts'
import type { RulesFolders } from './rules-folders.ts'
import { checkSuccession, SHIPPED } from './succession.ts'

/** The rules that ship with the product, and nothing over them. */
export const SHIPPED_RULES: RulesFolders = { whole: fileURLToPath(new URL('../../../rules', import.meta.url)) }

// Three months: longer than any limit of the table runs. A count that leaves the loaded years answers nothing.
const CALENDAR_AHEAD_DAYS = 92

/**
 * Reads, checks and freezes all rules, as they are in force at an instant, or from the beginning.
 * @throws RulesError for the first thing that is wrong: one line with file, line, problem and what to do.
 */
export function loadRules(folders: RulesFolders = SHIPPED_RULES, at?: Instant): Rules {
  const set = loadRuleSet(folders)
  return at === undefined ? set.first : rulesAt(set, at)
}

/**
 * Reads, checks and freezes all rules with all their dated editions.
 * @param at an instant the calendars must reach beyond, the present one where the server starts
 * @throws RulesError as `loadRules`
 */
export function loadRuleSet(folders: RulesFolders = SHIPPED_RULES, at?: Instant): RuleSet {
  const { set } = readRuleSet(folders, at, throwFirst)
  if (!set)
    throw new RulesError({ own: null, file: '', line: 1, problem: 'cannot be used; zhagen rules check says why' })
  return set
}

/** Everything that is wrong with the rules, by file and line; none means that they can be used. */
export function checkRules(folders: RulesFolders, at?: Instant): readonly RulesFinding[] {
  const findings = new Map<string, RulesFinding>()
  // A file that several editions share is looked at in each.
  readRuleSet(folders, at, (each) => findings.set(`${each.own}/${each.file}:${each.line}: ${each.problem}`, each))
  return [...findings.values()].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
}

function readRuleSet(folders: RulesFolders, at: Instant | undefined, found: Found): { readonly set?: RuleSet } {
  const dated = readAllFiles(folders, found)
  if (!dated) return {}
  const [base, ...later] = dated
  if (!base) return {}
  const first = assembleRules(base.files)
  const editions = later.map(({ on, files }) => ({
    on: on ?? '',
    from: instantOn(on ?? ''),
    rules: assembleRules(files),
  }))
  later.forEach(({ files }, index) => {
    checkSuccession(dated[index]?.files ?? base.files, files)
  })
  if (folders.own !== undefined) for (const { shipped, files } of dated) checkSuccession(shipped, files, SHIPPED)
  if (at !== undefined) {
    const needed = yearOf(addDays(localDateOf(at), CALENDAR_AHEAD_DAYS))
    const { years } = dated.at(-1)?.files ?? base.files
    const last = years.at(-1)
    if (last && last.value.year < needed)
      last.refuse(['year'], `no year after it is known, but time limits reach ${needed}; add calendar/${needed}.yaml`)
  }
  return { set: Object.freeze({ first, editions: Object.freeze(editions.map((each) => Object.freeze(each))) }) }
}
