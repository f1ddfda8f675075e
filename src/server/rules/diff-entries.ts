import { addDays } from '../../domain/calendar/local-time.ts'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import type { Rules } from '../../domain/rules.ts'
import { type DutyPair, duties } from '../../domain/small-office.ts'

/** One thing the rules say, in words: `part` and `key` tell which, `fields` what is said of it. */
export type Entry = {
  readonly part: string
  readonly key: string
  /** What people call it, where it has a name. */
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
}

/** Everything the rules say, as a flat list that two editions can be compared by. */
export function entriesOf(rules: Rules): readonly Entry[] {
  const { taxonomy, reasons, notices } = rules
  return [
    ...coded('topic group', taxonomy.groups, 'leaves'),
    ...coded(
      'topic',
      taxonomy.groups.flatMap(({ leaves }) => leaves),
      'group',
    ),
    ...flat('limit', rules.limits),
    ...calendarEntries(rules.calendar),
    ...flat('routing', rules.routing),
    ...pairEntries(rules),
    ...Object.entries(reasons).flatMap(([act, list]) => coded(`${act} reason`, list)),
    ...coded('nature', rules.natures),
    ...coded('channel', rules.channels),
    ...coded('triage outcome', rules.triageOutcomes),
    ...coded('deed', rules.deeds),
    ...coded('kind of visit', rules.visits.kinds),
    ...coded('kind of place', rules.visits.placeKinds),
    ...coded('theme', rules.visits.themes),
    ...coded('policy card', rules.visits.policies),
    ...coded('reason to drop a plan', rules.visits.drops),
    ...coded('worker group', rules.workerGroups.groups),
    ...flat('visits', visitNumbers(rules)),
    ...flat('form of the worker', { draftHours: rules.raise.draftHours }),
    ...rules.raise.topicWords.map(({ code, words }) => ({
      ...{ part: 'topic words', key: code, name: '' },
      fields: { words: words.join(', ') },
    })),
    ...coded('fund', rules.deedRules.funds),
    ...flat('deeds', {
      noticeWorkingDays: rules.deedRules.noticeWorkingDays,
      mostSlipsAtOnce: rules.deedRules.mostSlipsAtOnce,
    }),
    ...coded('level', rules.unitLevels),
    ...coded('section', rules.sections),
    ...coded('department', rules.departments),
    ...coded('legal clock', rules.legalClocks),
    ...coded('consent', rules.consents, 'hash'),
    ...coded('letter', rules.letters),
    ...coded('notice', notices.list),
    ...flat('notices', { quiet: notices.quiet, digestAt: notices.digestAt }),
    ...coded(
      'text',
      Object.entries(rules.texts).map(([code, text]) => ({ code, ...text })),
    ),
    ...coded(
      'phone line',
      rules.phoneLines.map(({ number, ...line }) => ({ code: number, ...line })),
    ),
    ...rules.checkWords.map((word) => ({ part: 'check word', key: word, name: '', fields: {} })),
    ...flat('post', { apart: rules.rolesApart.map((pair) => pair.join(' and ')), dutyMostDays: rules.dutyMostDays }),
  ]
}

function visitNumbers({ visits, workerGroups }: Rules) {
  const { repeated, themesFrom, correctDays, aheadMinutes } = visits
  return { repeated, themesFrom, correctDays, aheadMinutes, why: workerGroups.why }
}

function coded(part: string, list: readonly { readonly code: string }[], ...left: readonly string[]): readonly Entry[] {
  return list.map((each) => {
    const fields: Record<string, string> = {}
    for (const [field, value] of Object.entries(each)) {
      if (field !== 'code' && !left.includes(field)) flatten(fields, field, value)
    }
    return { part, key: each.code, name: fields['name.zh'] ?? fields['title.zh'] ?? '', fields }
  })
}

/** One entry for each value, so that a limit is a line of its own. */
export function flat(part: string, value: object): readonly Entry[] {
  const fields: Record<string, string> = {}
  for (const [field, inner] of Object.entries(value)) flatten(fields, field, inner)
  return Object.entries(fields).map(([key, said]) => ({ part, key, name: '', fields: { '': said } }))
}

function pairEntries({ smallOffice }: Rules): readonly Entry[] {
  return duties.flatMap((one, at) =>
    duties.slice(at + 1).map((other) => {
      const stands = (list: readonly DutyPair[]) => list.some((pair) => pair.includes(one) && pair.includes(other))
      const said = stands(smallOffice.may) ? 'may' : stands(smallOffice.never) ? 'never' : 'free'
      return { part: 'small office', key: `${one} and ${other}`, name: '', fields: { '': said } }
    }),
  )
}

/** Years, office hours, make-up days, and each holiday as its stretch of days. */
function calendarEntries(calendar: OfficeCalendar): readonly Entry[] {
  const of = (part: string, key: string, said: string): Entry => ({ part, key, name: '', fields: { '': said } })
  const stretches = new Map<string, string[]>()
  for (const [day, name] of Object.entries(calendar.holidays).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = `${name} ${day.slice(0, 4)}`
    const days = stretches.get(key) ?? []
    const last = days.at(-1)
    if (last !== undefined && addDays(last.slice(-10), 1) === day)
      days[days.length - 1] = `${last.slice(0, 10)} to ${day}`
    else days.push(day)
    stretches.set(key, days)
  }
  const time = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const hours = calendar.officeHours.map(({ fromMinute, toMinute }) => `${time(fromMinute)}–${time(toMinute)}`)
  return [
    of('office hours', 'of a working day', hours.join(', ')),
    ...Object.entries(calendar.years).map(([year, edition]) => of('calendar', year, edition)),
    ...[...stretches].map(([key, days]) => of('holiday', key, days.join(', '))),
    ...Object.keys(calendar.makeUpDays).map((day) => of('make-up day', day, 'worked')),
  ]
}

const UNITS: Readonly<Record<string, string>> = {
  minutes: 'minutes',
  officeMinutes: 'office minutes',
  workingDays: 'working days',
  calendarDays: 'calendar days',
}

function flatten(into: Record<string, string>, field: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    into[field] = inWords(value)
    return
  }
  const entries = Object.entries(value)
  const [unit = '', count] = entries[0] ?? []
  const name = UNITS[unit]
  if (entries.length === 1 && name !== undefined) into[field] = `${String(count)} ${name}`
  else for (const [key, inner] of entries) flatten(into, `${field}.${key}`, inner)
}

/** A value of the rules in one line of words, e.g. `3 working days`. */
export function valueInWords(value: unknown): string {
  const parts: Record<string, string> = {}
  flatten(parts, '', value)
  return Object.values(parts).join(', ')
}

function inWords(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'none'
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object') return String(value)
  return Object.values(value).map(inWords).join(' ')
}
