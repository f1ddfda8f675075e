import type { z } from 'zod'
import type { LocalDate } from '../../domain/calendar/local-time.ts'
import { calendarNames, type EditionFolder } from './edition-folders.ts'
import { type Files, forms, type YearFile } from './forms.ts'
import { collectRulesFile, type RulesFile, type RulesFinding } from './rules-file.ts'
import { calendarFile } from './schema.ts'

/** The files in force from a day on; `on` null = from the beginning. */
export type DatedFiles = { readonly on: LocalDate | null; readonly files: Files }

/**
 * Reads every file of a folder once, and puts together what is in force from the beginning and from the day of each edition
 * on: of every name the latest that has begun. Undefined when one has no usable form, which is told.
 */
export function readAllFiles(
  dir: string,
  editions: readonly EditionFolder[],
  found: (finding: RulesFinding) => void,
): readonly DatedFiles[] | undefined {
  const held = new Map<string, RulesFile<unknown>>()
  let whole = true
  const read = (name: string, schema: z.ZodType<unknown>, on: LocalDate | null) => {
    const file = collectRulesFile(dir, on === null ? name : `editions/${on}/${name}`, schema, found, on)
    if (file) held.set(`${on ?? ''}/${name}`, file)
    else whole = false
  }
  const years = calendarNames(dir)
  if (years.length === 0) found({ file: 'calendar', line: 1, problem: 'holds no year; put <year>.yaml there' })
  for (const { on, names } of [{ on: null, names: null }, ...editions]) {
    for (const [name, schema] of Object.values(forms))
      if (names === null || names.includes(name)) read(name, schema, on)
    for (const name of names ?? years) if (name.startsWith('calendar/')) read(name, calendarFile, on)
  }
  if (!whole || years.length === 0) return undefined
  const days = [null, ...editions.map(({ on }) => on)]
  return days.map((on, at) => {
    const begun = days.slice(0, at + 1)
    const latest = (name: string) =>
      held.get(`${begun.findLast((day) => held.has(`${day ?? ''}/${name}`)) ?? ''}/${name}`)
    const singles = Object.entries(forms).map(([key, [name]]) => [key, latest(name)])
    const known = new Set([...held.keys()].map((key) => key.slice(key.indexOf('/') + 1)))
    const calendars = [...known].filter((name) => name.startsWith('calendar/')).sort()
    const yearFiles = calendars.map(latest).filter((file) => file !== undefined) as YearFile[]
    // Every name was read above with its own form; the map only forgets which.
    return { on, files: { ...Object.fromEntries(singles), years: yearFiles } as Files }
  })
}
