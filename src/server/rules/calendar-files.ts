import path from 'node:path'
import { minuteOfDay, weekdayOf, yearOf } from '../../domain/calendar/local-time.ts'
import { type OfficeStretch, officeCalendar } from '../../domain/calendar/office-calendar.ts'
import type { Files, YearFile } from './forms.ts'

/** Refuses a file of another year, a day outside it, holidays that overlap, a make-up day that is none, a missing year. */
export function checkCalendars(files: readonly YearFile[]): void {
  for (const [at, file] of files.entries()) {
    checkYear(file)
    const before = files[at - 1]?.value.year
    if (before !== undefined && before + 1 < file.value.year)
      file.refuse(['year'], `${before + 1} is missing before it; add calendar/${before + 1}.yaml`)
  }
}

function checkYear(file: YearFile): void {
  const { year, holidays, makeUpDays } = file.value
  if (path.posix.basename(file.name) !== `${year}.yaml`)
    file.refuse(['year'], `is ${year} in ${file.name}; make the year and the file name agree`)
  for (const [at, holiday] of holidays.entries()) {
    if (holiday.to < holiday.from) file.refuse(['holidays', at, 'to'], 'lies before from; put the days in order')
    for (const end of ['from', 'to'] as const) {
      if (yearOf(holiday[end]) !== year)
        file.refuse(['holidays', at, end], `lies outside ${year}; put it into the file of its own year`)
    }
    const before = holidays[at - 1]
    if (before && holiday.from <= before.to)
      file.refuse(
        ['holidays', at, 'from'],
        `begins before ${before.name} has ended; let each day belong to one holiday`,
      )
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
 * Office hours in minutes after midnight; a stretch that is empty or begins before the one above it ends is refused.
 */
export function officeHoursOf(file: Files['limits']): readonly OfficeStretch[] {
  const stretches = file.value.officeHours.map(({ from, to }) => ({
    fromMinute: minuteOfDay(from),
    toMinute: minuteOfDay(to),
  }))
  for (const [at, { fromMinute, toMinute }] of stretches.entries()) {
    if (toMinute <= fromMinute) file.refuse(['officeHours', at, 'to'], 'is not later than from; put the times in order')
    if (fromMinute < (stretches[at - 1]?.toMinute ?? 0))
      file.refuse(['officeHours', at, 'from'], 'begins before the stretch above ends; put them in order')
  }
  return stretches
}
