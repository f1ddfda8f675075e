import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Where rules are read from. */
export type RulesFolders = {
  /** A folder that holds every file, laid out as the shipped one. */
  readonly whole: string
  /** The federation's own (ZHAGEN_RULES), which lies over it; undefined where there is none. */
  readonly own?: string | undefined
}

/** One of the two, and whether it is the federation's own. */
export type RulesLayer = { readonly dir: string; readonly isOwn: boolean }

/** The layers from the lowest up. */
export function layersOf({ whole, own }: RulesFolders): readonly RulesLayer[] {
  const base = { dir: whole, isOwn: false }
  return own === undefined ? [base] : [base, { dir: own, isOwn: true }]
}

/** Names in a folder, sorted; none where there is no folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** The layer that has a file of this name, the highest first. */
export function highestWith(folders: RulesFolders, name: string): RulesLayer | undefined {
  return layersOf(folders).findLast(({ dir }) =>
    namesIn(path.join(dir, path.dirname(name))).includes(path.basename(name)),
  )
}
