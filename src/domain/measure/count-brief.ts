import { evolve, type RecordedBriefEvent } from '../brief/evolve.ts'
import type { BriefState } from '../brief/state.ts'
import { localDateOf } from '../calendar/local-time.ts'
import type { Counted } from './measure.ts'

/**
 * What a brief counts as, from all its events: each of its three measures on the day it first became true. Cut by its
 * directive, so that a clause on receipts counts its own.
 */
export function countBrief(events: readonly RecordedBriefEvent[]): readonly Counted[] {
  const state = events.reduce<BriefState | null>(evolve, null)
  if (!state) return []
  const planned = events.find(({ kind }) => kind === 'BriefPlanned')?.at ?? null
  const on = [
    ['brief-delivered', state.deliveredAt],
    ['brief-received', state.receivedAt],
    ['brief-planned', planned],
  ] as const
  const common = { path: state.path, cuts: [`directive:${state.directive}`], persons: 0 }
  return on.flatMap(([measure, at]) => (at === null ? [] : [{ measure, on: localDateOf(Date.parse(at)), ...common }]))
}
