import type { LocalDate } from '../../domain/calendar/local-time.ts'
import type { RuleSet, Rules } from '../../domain/rules.ts'
import { type Entry, entriesOf } from './diff-entries.ts'

/** One thing that two sets of rules say differently. `from`: the day it holds from; null = from the beginning. */
export type RulesChange = {
  readonly from: LocalDate | null
  /** `same`: what differed before this day does so no more. */
  readonly change: 'added' | 'removed' | 'changed' | 'same'
  readonly part: string
  readonly key: string
  /** Which of its fields; null where the whole was added or removed. */
  readonly field: string | null
  readonly before: string | null
  readonly after: string | null
  /** The whole in one line of words. */
  readonly line: string
}

/** What changes from one set of rules to another, edition by edition; what an edition merely carries on is not repeated. */
export function diffRules(before: RuleSet, after: RuleSet): readonly RulesChange[] {
  const days = [...new Set([...before.editions, ...after.editions].map(({ on }) => on))].sort()
  const changes: RulesChange[] = []
  let known = new Map<string, RulesChange>()
  for (const from of [null, ...days]) {
    const changed = diffEntries(entriesOf(inForce(before, from)), entriesOf(inForce(after, from)), from)
    const now = new Map(changed.map((each) => [idOf(each), each]))
    for (const [id, each] of now) if (!known.has(id)) changes.push(each)
    for (const [id, each] of known) if (!now.has(id)) changes.push(...settled(each, from, now))
    known = now
  }
  return changes
}

function idOf({ part, key, field, before, after }: RulesChange): string {
  return JSON.stringify([part, key, field, before, after])
}

/** A difference that ends with an edition, unless the same thing differs in another way from then on. */
function settled(change: RulesChange, from: LocalDate | null, now: ReadonlyMap<string, RulesChange>): RulesChange[] {
  const { part, key, field } = change
  const differs = [...now.values()].some((each) => each.part === part && each.key === key && each.field === field)
  if (differs) return []
  const line = `from ${from} on: ${part} ${key}${field === null ? '' : `, ${field}`}: the same in both`
  return [{ ...change, from, change: 'same', before: null, after: null, line }]
}

function inForce(set: RuleSet, from: LocalDate | null): Rules {
  if (from === null) return set.first
  return set.editions.findLast(({ on }) => on <= from)?.rules ?? set.first
}

/** What changes from one list of entries to another. */
export function diffEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  from: LocalDate | null,
): readonly RulesChange[] {
  const old = byKey(before)
  const young = byKey(after)
  const made: RulesChange[] = []
  const note = (entry: Entry, what: Omit<RulesChange, 'from' | 'part' | 'key' | 'line'>, said: string) => {
    const line = `${from === null ? '' : `from ${from} on: `}${titleOf(entry)}${said}`
    made.push({ from, part: entry.part, key: entry.key, ...what, line })
  }
  for (const [id, entry] of old) {
    const next = young.get(id)
    if (!next) {
      note(entry, { change: 'removed', field: null, before: whole(entry), after: null }, `: removed${tail(entry)}`)
      continue
    }
    for (const field of new Set([...Object.keys(entry.fields), ...Object.keys(next.fields)])) {
      const was = entry.fields[field] ?? null
      const is = next.fields[field] ?? null
      if (was === is) continue
      const said = `${field === '' ? '' : `, ${field}`}: ${brief(was, is)} → ${brief(is, was)}`
      note(next, { change: 'changed', field: field === '' ? null : field, before: was, after: is }, said)
    }
  }
  for (const [id, entry] of young) {
    if (!old.has(id))
      note(entry, { change: 'added', field: null, before: null, after: whole(entry) }, `: added${tail(entry)}`)
  }
  return made
}

function byKey(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [`${entry.part} ${entry.key}`, entry]))
}

function titleOf({ part, key, name }: Entry): string {
  return `${part} ${key}${name === '' ? '' : ` ${name}`}`
}

/** What is said of a thing that has no fields with names. */
function tail({ fields }: Entry): string {
  return fields[''] === undefined ? '' : `, ${fields['']}`
}

function whole({ fields }: Entry): string | null {
  return fields[''] ?? (Object.keys(fields).length === 0 ? null : JSON.stringify(fields))
}

const LONGEST = 60

/** A value in one line; of a long one the stretch where it begins to differ from the other. */
function brief(value: string | null, other: string | null): string {
  if (value === null) return 'nothing'
  if (value.length <= LONGEST) return value.replaceAll('\n', ' ')
  let same = 0
  while (same < value.length && value[same] === other?.[same]) same += 1
  const from = Math.max(0, Math.min(same - 10, value.length - LONGEST))
  const end = from + LONGEST < value.length ? '…' : ''
  return `${from > 0 ? '…' : ''}${value
    .slice(from, from + LONGEST)
    .replaceAll('\n', ' ')
    .trim()}${end}`
}
