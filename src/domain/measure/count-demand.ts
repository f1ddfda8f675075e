import { localDateOf } from '../calendar/local-time.ts'
import { evolve, type PastDemandEvent } from '../demand/evolve.ts'
import { sealsOf } from '../demand/seals.ts'
import type { DemandState } from '../demand/state.ts'
import { type Counted, type DemandMeasure, demandMeasures } from './measure.ts'

/**
 * What a demand counts as, from all its events. A pure fold: a recount of the ledger gives what was counted as it went. A
 * matter that one section alone may see counts nowhere: its difference to the sum would tell of it (§4 rules 5 and 7).
 */
export function countDemand(events: readonly PastDemandEvent[]): readonly Counted[] {
  const since = new Map<DemandMeasure, string>()
  let state: DemandState | null = null
  let contact: Contact = null
  let word: Word = null
  for (const event of events) {
    const before: DemandState | null = state
    state = evolve(state, event)
    contact = contactAfter(contact, before, state, event.at)
    word = wordAfter(word, event)
    const seen = { contact, word }
    // The worker's day, which for what was heard without a signal is not that of its arrival.
    const day = localDateOf(new Date(before ? event.at : state.submittedAt).getTime())
    for (const measure of demandMeasures) {
      if (!holds(measure, state, seen)) since.delete(measure)
      else if (!since.has(measure)) since.set(measure, day)
    }
  }
  if (!state || state.restricted !== null) return []
  const { persons, topic, lead, triage, groups } = state
  const cuts = [...groups.map((group) => `group:${group}`), ...(topic === null ? [] : [`topic:${topic.slice(0, 1)}`])]
  const common = { path: (lead ?? triage).path, cuts, persons }
  return [...since].map(([measure, on]) => ({ measure, on, ...common }))
}

/** Whether the first contact came in time; null while it is neither made nor late. */
type Contact = 'in-time' | 'late' | null

function contactAfter(known: Contact, before: DemandState | null, state: DemandState, at: string): Contact {
  // A reopening asks for a contact of its own; what was counted of the first stays.
  if (known !== null || !before) return known
  const due = before.contactDueAt
  if (due === null) return null
  if (state.contactSettled) return at <= due ? 'in-time' : 'late'
  const ended = state.status === 'closed' || state.status === 'withdrawn'
  return ended && at > due ? 'late' : null
}

/** The worker's last word; `plain`: it came by a code that nobody else could have seen. */
type Word = { readonly says: 'solved' | 'partly' | 'unsolved' | 'clear'; readonly plain: boolean } | null

/**
 * A matter that is opened again is unsolved until the worker says otherwise: that its verdict is asked for anew takes
 * nothing back. The state forgets the word then; the figures do not.
 */
function wordAfter(word: Word, event: PastDemandEvent): Word {
  if (event.kind === 'VerdictGiven')
    return { says: event.body.solved, plain: !event.body.assisted && event.body.via !== 'callback' }
  return event.kind === 'DemandReopened' && word?.says !== 'partly' ? { says: 'unsolved', plain: true } : word
}

type Seen = { readonly contact: Contact; readonly word: Word }

function holds(measure: DemandMeasure, state: DemandState, { contact, word }: Seen): boolean {
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
  }
}
