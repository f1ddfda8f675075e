import { localDateOf } from '../calendar/local-time.ts'
import type { VerdictGiven } from '../demand/event.ts'
import { evolve, type PastDemandEvent } from '../demand/evolve.ts'
import { isOpen } from '../demand/next.ts'
import { sealsOf } from '../demand/seals.ts'
import type { DemandState } from '../demand/state.ts'
import { type Counted, crossedMeasures, type DemandMeasure, demandMeasures, scoredMeasures } from './measure.ts'

const crossed: ReadonlySet<string> = new Set(crossedMeasures)

/**
 * What a demand counts as, from all its events. A pure fold: a recount of the ledger gives what was counted as it went. A
 * matter that one section alone may see counts nowhere: its difference to the sum would tell of it (§4 rules 5 and 7).
 */
export function countDemand(events: readonly PastDemandEvent[]): readonly Counted[] {
  const since = new Map<DemandMeasure, string>()
  let state: DemandState | null = null
  let contact: Contact = null
  let word: Word = null
  let asked = false
  for (const event of events) {
    const before: DemandState | null = state
    state = evolve(state, event)
    contact = contactAfter(contact, before, state, event.at)
    word = wordAfter(word, event)
    asked ||= event.kind === 'CallbackOpened'
    const seen = { contact, word, asked }
    // The worker's day, which for what was heard without a signal is not that of its arrival.
    const day = localDateOf(new Date(before ? event.at : state.submittedAt).getTime())
    for (const measure of demandMeasures) {
      if (!holds(measure, state, seen)) since.delete(measure)
      else if (!since.has(measure)) since.set(measure, day)
    }
  }
  if (!state || state.restricted !== null) return []
  const { persons, topic, lead, triage, groups } = state
  const letter = topic?.slice(0, 1)
  const cuts = [...groups.map((group) => `group:${group}`), ...(letter === undefined ? [] : [`topic:${letter}`])]
  const crosses = letter === undefined ? [] : groups.map((group) => `cross:${letter}-${group}`)
  const common = { path: (lead ?? triage).path, persons }
  return [...since].map(([measure, on]) => ({
    ...{ measure, on, cuts: crossed.has(measure) ? [...cuts, ...crosses] : cuts },
    ...common,
  }))
}

/** Whether the first contact came in time; null while it is neither made nor late. */
type Contact = 'in-time' | 'late' | null

function contactAfter(known: Contact, before: DemandState | null, state: DemandState, at: string): Contact {
  // A reopening asks for a contact of its own; what was counted of the first stays.
  if (known !== null || !before) return known
  const due = before.contactDueAt
  if (due === null) return null
  // What was past when it arrived is charged to nobody (§2.6).
  if (before.lateAt !== null && due < before.lateAt) return null
  if (state.contactSettled) return at <= due ? 'in-time' : 'late'
  const ended = state.status === 'closed' || state.status === 'withdrawn'
  return ended && at > due ? 'late' : null
}

/** The worker's last word; `plain`: it came by a code that nobody else could have seen. */
type Word = {
  readonly says: VerdictGiven['solved']
  readonly plain: boolean
  readonly satisfied: VerdictGiven['satisfied']
} | null

/**
 * A matter that is opened again is unsolved until the worker says otherwise: that its verdict is asked for anew takes
 * nothing back. The state forgets the word then; the figures do not.
 */
function wordAfter(word: Word, event: PastDemandEvent): Word {
  if (event.kind === 'VerdictGiven')
    return {
      says: event.body.solved,
      plain: !event.body.assisted && event.body.via !== 'callback',
      satisfied: event.body.satisfied,
    }
  // What they said of the handling stays as it was said.
  return event.kind === 'DemandReopened' && word?.says !== 'partly'
    ? { says: 'unsolved', plain: true, satisfied: word?.satisfied ?? null }
    : word
}

/** `asked`: the callback was opened at least once. */
type Seen = { readonly contact: Contact; readonly word: Word; readonly asked: boolean }

function holds(measure: DemandMeasure, state: DemandState, seen: Seen): boolean {
  const { contact, word, asked } = seen
  const excluded = state.exclusion.decided === 'excluded'
  if (excluded && scoredMeasures.has(measure)) return false
  const { met, understood, delivered } = sealsOf(state)
  switch (measure) {
    case 'heard':
      return true
    case 'met':
      return met === 'person'
    case 'met-apart':
      return met === 'call' || met === 'thread'
    case 'understood':
      return understood !== 'none'
    case 'claimed':
      return state.claim === 'done'
    case 'solved':
      return word?.says === 'solved' && word.plain
    case 'solved-assisted':
      return word?.says === 'solved' && !word.plain
    case 'partly':
      return word?.says === 'partly'
    case 'unsolved':
      return word?.says === 'unsolved'
    case 'unknown':
      return state.outcome === 'unknown'
    case 'ended-otherwise':
      return state.status === 'withdrawn' || state.outcome === 'none' || state.outcome === 'clear'
    case 'delivered':
      return delivered === 'yes'
    case 'reopened':
      return state.reopened > 0
    case 'contacted-in-time':
      return contact === 'in-time'
    case 'contacted-late':
      return contact === 'late'
    case 'found-by-us':
      return state.visit !== null
    case 'unreached':
      return word === null && asked && isOpen(state)
    case 'satisfied':
      return word?.satisfied === 'satisfied'
    case 'fairly-satisfied':
      return word?.satisfied === 'fairly'
    case 'unsatisfied':
      return word?.satisfied === 'unsatisfied'
    case 'excluded':
      return excluded
  }
}
