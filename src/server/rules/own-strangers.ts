import { statSync } from 'node:fs'
import path from 'node:path'
import { isDated, listFolders } from './edition-folders.ts'
import type { Found } from './rules-document.ts'
import { namesIn, type RulesLayer } from './rules-folders.ts'
import type { Tighter } from './tighter.ts'

/** Common passwords have a reader of their own; a federation's are added to those that ship. */
export const COMMON_PASSWORDS = 'passwords-common.txt'

const folders = [...listFolders, 'editions']

/**
 * Refuses in a federation's own folder what nobody would read, since a misspelt name would change nothing and say nothing.
 * Names that begin with a dot and a README.md are the federation's own business.
 */
export function refuseStrangers({ dir }: RulesLayer, { keys }: Tighter, found: Found): void {
  const tell = (file: string, problem: string) => found({ own: dir, file, line: 1, problem })
  for (const name of namesIn(dir)) {
    if (name.startsWith('.') || name === 'README.md') continue
    const isFolder = statSync(path.join(dir, name), { throwIfNoEntry: false })?.isDirectory() === true
    if (folders.includes(name)) {
      if (!isFolder) tell(name, 'is a file; make it a folder')
    } else if (!isDated(name) && !Object.hasOwn(keys, name) && name !== COMMON_PASSWORDS)
      tell(name, 'is no file of the rules that a federation changes; correct its name or take it out')
  }
  const meant: Readonly<Record<string, string>> = { calendar: 'no year of a calendar; call it <year>.yaml' }
  for (const folder of listFolders)
    for (const name of namesIn(path.join(dir, folder)))
      if (!isDated(`${folder}/${name}`))
        tell(`${folder}/${name}`, `is ${meant[folder] ?? 'no file of cards; call it <name>.yaml'} or take it out`)
}
