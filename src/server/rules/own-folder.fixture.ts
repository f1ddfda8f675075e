import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dropLater } from './broken.fixture.ts'
import { checkRules, SHIPPED_RULES } from './load.ts'
import type { RulesFolders } from './rules-folders.ts'

/** A federation's own folder with these files in it, over the shipped rules; `dropCopies` takes it away again. */
export function ownRules(files: Readonly<Record<string, string>> = {}): RulesFolders & { readonly own: string } {
  const own = mkdtempSync(path.join(tmpdir(), 'zhagen-own-'))
  dropLater(own)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(own, name)), { recursive: true })
    writeFileSync(path.join(own, name), text)
  }
  return { ...SHIPPED_RULES, own }
}

/** A shipped file with one text in it changed. */
export function shippedBut(name: string, from: string | RegExp, to: string): string {
  const text = readFileSync(path.join(SHIPPED_RULES.whole, name), 'utf8')
  const changed = text.replace(from, () => to)
  if (changed === text) throw new Error(`${name} holds no ${from}`)
  return changed
}

/** What is wrong, each as `FILE:LINE: problem`; files of the own folder begin with `own/`. */
export function findingsIn(folders: RulesFolders): readonly string[] {
  return checkRules(folders).map(
    ({ own, file, line, problem }) => `${own === null ? 'rules' : 'own'}/${file}:${line}: ${problem}`,
  )
}
