import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadRules, SHIPPED_RULES } from './load.ts'
import { RulesError } from './rules-document.ts'

const folders: string[] = []

/** A copy of the shipped rules to break; `dropCopies` takes it away again. */
export function copyOfRules(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'zhagen-rules-'))
  folders.push(dir)
  cpSync(SHIPPED_RULES.whole, dir, { recursive: true, filter: (from) => !/\/(regions|organisations)$/.test(from) })
  return dir
}

/** Has `dropCopies` take away a folder as well. */
export function dropLater(folder: string): void {
  folders.push(folder)
}

export function dropCopies(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
}

/** Changes one text in one file of a copy, and gives the line the change stands on. */
export function change(dir: string, file: string, from: string | RegExp, to: string): number {
  const before = readFileSync(path.join(dir, file), 'utf8')
  const after = before.replace(from, () => to)
  if (after === before) throw new Error(`${file} holds no ${from}`)
  writeFileSync(path.join(dir, file), after)
  const old = before.split('\n')
  return after.split('\n').findIndex((text, at) => text !== old[at]) + 1
}

/** Puts a shipped file, changed, into an edition of a copy; its first line is the day. */
export function edition(
  dir: string,
  file: string,
  on: string,
  turn: (text: string) => string = (text) => text,
  validFrom: string = on,
): void {
  const to = path.join(dir, 'editions', on, file)
  mkdirSync(path.dirname(to), { recursive: true })
  writeFileSync(to, `validFrom: ${validFrom}\n${turn(readFileSync(path.join(SHIPPED_RULES.whole, file), 'utf8'))}`)
}

/** How loading the folder is refused. */
export function refusalOf(dir: string): RulesError {
  try {
    loadRules({ whole: dir })
  } catch (error) {
    if (error instanceof RulesError) return error
    throw error
  }
  throw new Error('was loaded although broken')
}
