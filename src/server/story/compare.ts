import { instantText, localDateOf } from '../../domain/calendar/local-time.ts'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import type { Figures } from './figures.ts'
import type { Names } from './names.ts'
import { dayOf, isInstant } from './story-time.ts'

/** One figure that is not what was expected. Values are codes, numbers and times, never what somebody said. */
export type Difference = { readonly figure: string; readonly expected: unknown; readonly actual: unknown }

/** What a step came to, as far as it can be compared. */
export type Came = {
  readonly refused?: string | undefined
  readonly problem?: { readonly status: number; readonly code: string; readonly field: string | null } | undefined
  readonly figures?: Figures | undefined
  /** Figures of lists and views: count, first, can, … */
  readonly answer: Readonly<Record<string, unknown>>
  /** Demands that stand in the list. */
  readonly demands?: readonly string[] | undefined
  readonly text: string
  /** The answer as it came, for values by path. */
  readonly whole?: unknown
}

/** What comparing needs to know: names, the story's present instant, the calendar. */
export type Measure = { readonly names: Names; readonly at: number; readonly calendar: OfficeCalendar }

type Expected = Readonly<Record<string, unknown>>

/** Everything that differs. Without an expectation the step must have been accepted. */
export function compare(expect: unknown, came: Came, measure: Measure): Difference[] {
  const expected: Expected = expect === 'not-found' ? { 'not-found': true } : ((expect ?? {}) as Expected)
  const { refused, problem, 'not-found': notFound, ...figures } = expected
  const differences: Difference[] = []
  const differ = (figure: string, wanted: unknown, actual: unknown) =>
    differences.push({ figure, expected: wanted, actual })
  if (came.refused !== refused) differ('refused', refused ?? 'accepted', came.refused ?? 'accepted')
  const wanted = notFound ? { status: 404, code: 'not-found' } : (problem as Expected | undefined)
  if (wanted === undefined && came.problem) differ('problem', 'none', came.problem)
  for (const [key, value] of Object.entries(wanted ?? {})) {
    const actual = came.problem?.[key as 'code']
    if (actual !== value) differ(`problem.${key}`, value, actual ?? 'none')
  }
  for (const [key, value] of Object.entries(figures)) differences.push(...compareFigure(key, value, came, measure))
  return differences
}

function compareFigure(key: string, expected: unknown, came: Came, measure: Measure): Difference[] {
  const differ = (actual: unknown): Difference[] => [{ figure: key, expected, actual }]
  const list = expected as readonly string[]
  const ids = came.demands ?? []
  const called = (name: string) => measure.names.demands.get(name) ?? name
  const nameOf = (id: unknown) => [...measure.names.demands].find(([, known]) => known === id)?.[0] ?? id
  switch (key) {
    case 'shows':
      return list
        .filter((text) => !came.text.includes(text))
        .map((text) => ({ figure: key, expected: text, actual: 'not shown' }))
    case 'hides':
      return list
        .filter((text) => came.text.includes(text))
        .map((text) => ({ figure: key, expected: `without ${text}`, actual: 'shown' }))
    case 'can':
    case 'cannot': {
      const verbs = came.answer.verbs as readonly string[] | undefined
      const wrong = list.filter((verb) => verbs?.includes(verb) !== (key === 'can'))
      return wrong.length > 0 ? differ(verbs ?? 'not told') : []
    }
    case 'has':
    case 'hasNot': {
      const wrong = list.filter((name) => ids.includes(called(name)) !== (key === 'has'))
      return came.demands === undefined || wrong.length > 0 ? differ(came.demands?.map(nameOf) ?? 'no list') : []
    }
    case 'first':
      return ids[0] === called(expected as string) ? [] : differ(nameOf(ids[0]) ?? 'nothing')
    case 'counts': {
      const counts = (came.answer.counts ?? {}) as Readonly<Record<string, number>>
      const wrong = Object.entries(expected as Expected).filter(([name, n]) => counts[name] !== n)
      return wrong.map(([name, n]) => ({ figure: `counts.${name}`, expected: n, actual: counts[name] ?? 'not told' }))
    }
    case 'is':
      return Object.entries(expected as Expected).flatMap(([path, value]) => {
        const actual = valueAt(came.whole, path)
        return actual === value ? [] : [{ figure: path, expected: value, actual }]
      })
    case 'count':
    case 'same':
      return came.answer[key] === expected ? [] : differ(came.answer[key] ?? 'not told')
    default:
      return compareValue(key, expected, came.figures?.[key as keyof Figures], measure)
  }
}

/** What stands at a path of an answer; numbers count in arrays. A whole object is told as *something*, never printed. */
function valueAt(whole: unknown, path: string): unknown {
  let value = whole
  for (const key of path.split('.')) value = (value as Expected | null | undefined)?.[key]
  return typeof value === 'object' && value !== null ? 'something' : (value ?? null)
}

/** A figure of a demand: units by name, times as far as they are written, maps by the keys that are written. */
function compareValue(key: string, expected: unknown, actual: unknown, measure: Measure): Difference[] {
  const last = key.split('.').at(-1) ?? key
  const differ = (shown: unknown): Difference[] => [{ figure: key, expected, actual: shown }]
  if (actual === undefined) return differ('not shown')
  if (last === 'events' && Array.isArray(expected) && Array.isArray(actual)) {
    const tail = actual.slice(-expected.length)
    return tail.join(' ') === expected.join(' ') ? [] : differ(tail)
  }
  if (expected === null || actual === null)
    return expected === actual ? [] : differ(actual === null ? null : shownAs(last, actual))
  if (last === 'master') {
    const { demands } = measure.names
    if (demands.get(String(expected)) === actual) return []
    return differ([...demands].find(([, id]) => id === actual)?.[0] ?? actual)
  }
  if (typeof expected === 'boolean' && (last === 'understood' || last === 'delivered')) {
    const truth = last === 'understood' ? actual !== 'none' : actual === 'yes'
    return truth === expected ? [] : differ(actual)
  }
  if (last === 'lead' || last === 'unit' || last === 'employer' || last === 'agency') {
    const place = actual as { id: number; name: string }
    const table = last === 'employer' || last === 'agency' ? measure.names.employers : measure.names.units
    return place.name === expected || table.get(String(expected)) === place.id ? [] : differ(calledIn(table, place))
  }
  if (typeof actual === 'number' && (last.endsWith('At') || last === 'at'))
    return isInstant(String(expected), actual, measure.calendar) ? [] : differ(instantText(actual))
  if (typeof actual === 'number' && (last.endsWith('On') || last === 'on'))
    return dayOf(String(expected), measure.at, measure.calendar) === localDateOf(actual)
      ? []
      : differ(localDateOf(actual))
  if (typeof expected === 'object')
    return Object.entries(expected).flatMap(([inner, value]) =>
      compareValue(`${key}.${inner}`, value, (actual as Expected)[inner], measure),
    )
  return expected === actual ? [] : differ(actual)
}

function shownAs(key: string, actual: unknown): unknown {
  if (typeof actual === 'number') return key.endsWith('On') || key === 'on' ? localDateOf(actual) : instantText(actual)
  return typeof actual === 'object' && actual !== null && 'name' in actual ? actual.name : actual
}

/** The shortest name: the one the story itself gave. */
function calledIn(table: ReadonlyMap<string, number>, place: { id: number; name: string }): string {
  const names = [...table].filter(([, id]) => id === place.id).map(([name]) => name)
  return names.sort((a, b) => a.length - b.length)[0] ?? place.name
}
