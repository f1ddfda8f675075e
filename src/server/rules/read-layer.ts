import type { LocalDate } from '../../domain/calendar/local-time.ts'
import { editionFolders, isDated, listedNames } from './edition-folders.ts'
import { forms } from './forms.ts'
import type { Found } from './rules-document.ts'
import { namesIn, type RulesLayer } from './rules-folders.ts'

/** What one folder says and from which day on. */
export type ReadLayer<X> = {
  /** The days of its editions, oldest first. */
  readonly days: readonly LocalDate[]
  /** Every name it has in any edition, calendars last and by year. */
  readonly names: readonly string[]
  /** Of a name the latest that has begun on a day; null asks for the beginning. */
  readonly latest: (name: string, on: LocalDate | null) => X | undefined
  readonly isSound: boolean
}

/** Reads every file of a folder once, each edition's beside the others. An own folder need not hold every file. */
export function readLayer<X>(
  layer: RulesLayer,
  found: Found,
  read: (name: string, path: string, on: LocalDate | null) => X | undefined,
): ReadLayer<X> {
  const held = new Map<string, X>()
  const names = new Set<string>()
  let isSound = true
  const editions = editionFolders(layer, found)
  for (const edition of [{ on: null, names: firstNames(layer) }, ...editions]) {
    const { on } = edition
    for (const name of edition.names) {
      const file = read(name, on === null ? name : `editions/${on}/${name}`, on)
      names.add(name)
      if (file === undefined) isSound = false
      else held.set(`${on ?? ''}/${name}`, file)
    }
  }
  const days = editions.map(({ on }) => on)
  const latest = (name: string, on: LocalDate | null) => {
    const begun = [null, ...days.filter((day) => on !== null && day <= on)]
    const day = begun.findLast((each) => held.has(`${each ?? ''}/${name}`))
    return held.get(`${day ?? ''}/${name}`)
  }
  const years = [...names].filter((name) => name.startsWith('calendar/')).sort()
  return { days, names: [...[...names].filter((name) => !years.includes(name)), ...years], latest, isSound }
}

function firstNames({ dir, isOwn }: RulesLayer): readonly string[] {
  const singles = isOwn ? namesIn(dir).filter(isDated) : Object.values(forms).map(([name]) => name)
  return [...singles, ...listedNames(dir)]
}
