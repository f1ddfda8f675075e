import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { weekdayOf, yearOf } from '../../domain/calendar/local-time.ts'
import { type OfficeStretch, officeCalendar } from '../../domain/calendar/office-calendar.ts'
import { RulesError, type RulesFile, readRulesFile } from './rules-file.ts'
import { calendarFile, type limitsFile } from './schema.ts'

type Year = RulesFile<z.infer<typeof calendarFile>>
type LimitsFile = RulesFile<z.infer<typeof limitsFile>>

/**
 * Reads every `calendar/<year>.yaml`, oldest first.
 * @throws RulesError for a file of another year, a day outside it, a make-up day that is none, a year missing between two.
 */
export function readCalendarFiles(dir: string): readonly Year[] {
  const names = list(path.join(dir, 'calendar'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  if (names.length === 0) throw new RulesError('calendar', 1, 'holds no year; put <year>.yaml there')
  const files = names.map((name) => readRulesFile(dir, `calendar/${name}`, calendarFile))
  for (const [at, file] of files.entries()) {
    checkYear(file)
    const before = files[at - 1]?.value.year
    if (before !== undefined && before + 1 !== file.value.year)
      file.refuse(['year'], `${before + 1} is missing before it; add calendar/${before + 1}.yaml`)
  }
  return files
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function checkYear(file: Year): void {
  const { year, holidays, makeUpDays } = file.value
  if (file.name !== `calendar/${year}.yaml`)
    file.refuse(['year'], `is ${year} in ${file.name}; make the year and the file name agree`)
  for (const [at, holiday] of holidays.entries()) {
    if (holiday.to < holiday.from) file.refuse(['holidays', at, 'to'], 'lies before from; put the days in order')
    for (const end of ['from', 'to'] as const) {
      if (yearOf(holiday[end]) !== year)
        file.refuse(['holidays', at, end], `lies outside ${year}; put it into the file of its own year`)
    }
  }
  // Read with the holidays alone: a make-up day must be a day that would otherwise be off, and not a holiday.
  const { holidays: off } = officeCalendar('', [file.value], [])
  for (const [at, day] of makeUpDays.entries()) {
    if (yearOf(day) !== year)
      file.refuse(['makeUpDays', at], `lies outside ${year}; put it into the file of its own year`)
    if (off[day])
      file.refuse(['makeUpDays', at], `${day} is a holiday as well (${off[day]}); take it out of one of the two`)
    if (weekdayOf(day) <= 5)
      file.refuse(['makeUpDays', at], `${day} is a working day already; make-up days fall on a weekend`)
    if (makeUpDays.indexOf(day) !== at) file.refuse(['makeUpDays', at], `${day} stands twice; take one out`)
  }
}

/**
 * Office hours in minutes after midnight.
 * @throws RulesError when a stretch is empty or begins before the one above it ends.
 */
export function officeHoursOf(file: LimitsFile): readonly OfficeStretch[] {
  const stretches = file.value.officeHours.map(({ from, to }) => ({
    fromMinute: minuteOf(from),
    toMinute: minuteOf(to),
  }))
  for (const [at, { fromMinute, toMinute }] of stretches.entries()) {
    if (toMinute <= fromMinute) file.refuse(['officeHours', at, 'to'], 'is not later than from; put the times in order')
    if (fromMinute < (stretches[at - 1]?.toMinute ?? 0))
      file.refuse(['officeHours', at, 'from'], 'begins before the stretch above ends; put them in order')
  }
  return stretches
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}
