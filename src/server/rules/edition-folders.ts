import { readdirSync } from 'node:fs'
import path from 'node:path'
import { isLocalDate, type LocalDate } from '../../domain/calendar/local-time.ts'
import { formOf } from './forms.ts'
import type { Found } from './rules-document.ts'
import { namesIn, type RulesLayer } from './rules-folders.ts'

/** `editions/<day>/`: files that replace those of the same name from the beginning of that day on. */
export type EditionFolder = { readonly on: LocalDate; readonly names: readonly string[] }

/** The editions of a rules folder, oldest first. A folder that is no day, an empty one and a stranger's file are told. */
export function editionFolders({ dir, isOwn }: RulesLayer, found: Found): readonly EditionFolder[] {
  const folders: EditionFolder[] = []
  for (const day of namesIn(path.join(dir, 'editions'))) {
    const tell = (name: string, problem: string) =>
      found({ own: isOwn ? dir : null, file: path.posix.join('editions', day, name), line: 1, problem })
    if (!isLocalDate(day)) {
      tell('', 'is not named after a day; call it YYYY-MM-DD, the day from which its files hold')
      continue
    }
    const all = filesBelow(path.join(dir, 'editions', day))
    if (all.length === 0) tell('', 'holds no file; put in what changes that day or take the folder out')
    const names = all.filter(isDated)
    for (const name of all) if (!names.includes(name)) tell(name, `no edition replaces ${name}; take it out`)
    if (names.length > 0) folders.push({ on: day, names })
  }
  return folders
}

/** Folders of a rules folder that hold any number of files of one form: years, and files of knowledge cards. */
export const listFolders: readonly string[] = ['calendar', 'knowledge']

/** The files in those of a rules folder, as names below it. */
export function listedNames(dir: string): readonly string[] {
  return listFolders.flatMap((folder) =>
    namesIn(path.join(dir, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`),
  )
}

/** Whether editions may replace a file of this name. */
export function isDated(name: string): boolean {
  return formOf(name) !== undefined
}

function filesBelow(folder: string, below = ''): readonly string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.posix.join(below, entry.name)
      return entry.isDirectory() ? filesBelow(folder, name) : [name]
    })
}
