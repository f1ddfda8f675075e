import { localDateOf } from '../calendar/local-time.ts'
import type { Useful } from '../deed/command.ts'
import { evolve, type RecordedDeedEvent } from '../deed/evolve.ts'
import type { DeedState } from '../deed/state.ts'
import type { DeedMeasure } from './deed-measures.ts'
import type { Counted } from './measure.ts'

/**
 * What a deed counts as, from all its events: a pure fold. It counts from the day it was done, its words from the day the
 * first of them was said; persons are those it reached, or those who said so.
 */
export function countDeed(events: readonly RecordedDeedEvent[]): readonly Counted[] {
  let state: DeedState | null = null
  const saidOn = new Map<DeedMeasure, string>()
  for (const event of events) {
    state = evolve(state, event)
    const measure = measureOfWord(event)
    const day = localDateOf(Date.parse(event.at))
    if (measure && !saidOn.has(measure)) saidOn.set(measure, day)
  }
  const { doneOn } = state ?? {}
  if (!state || !doneOn) return []
  const { path, words, beneficiaries, enterpriseWord } = state
  const common = { path, cuts: [`deed:${state.deed}`] }
  const counted = (measure: DeedMeasure, persons: number, on = saidOn.get(measure) ?? doneOn): Counted[] =>
    persons > 0 ? [{ measure, on, ...common, persons }] : []
  const said = (word: Useful) => [...words.values()].filter((each) => each === word).length
  const forWorkers = state.for === 'workers'
  return [
    ...(forWorkers
      ? counted('deeds-done', beneficiaries)
      : [{ measure: 'deeds-for-enterprises' as const, on: doneOn, ...common, persons: beneficiaries }]),
    ...counted('deeds-reached', forWorkers ? beneficiaries : 0),
    ...counted('deed-useful', said('yes')),
    ...counted('deed-partly', said('partly')),
    ...counted('deed-no', said('no')),
    ...counted('deed-unsaid', forWorkers ? beneficiaries - words.size : 0),
    ...counted('enterprise-useful', enterpriseWord === 'yes' ? 1 : 0),
    ...counted('enterprise-no', enterpriseWord === 'no' ? 1 : 0),
  ]
}

const ofWord: Readonly<Record<Useful, DeedMeasure>> = { yes: 'deed-useful', partly: 'deed-partly', no: 'deed-no' }

function measureOfWord(event: RecordedDeedEvent): DeedMeasure | null {
  if (event.kind === 'DeedSaid') return ofWord[event.body.useful]
  if (event.kind === 'EnterpriseSaid') return event.body.useful === 'yes' ? 'enterprise-useful' : 'enterprise-no'
  return null
}
