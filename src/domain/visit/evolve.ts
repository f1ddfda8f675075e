import type { ContentRef } from '../decision.ts'
import type { Told, VisitEvent } from './event.ts'
import type { VisitState } from './state.ts'

/** An event of a visit as it stands in the ledger. */
export type PastVisitEvent = VisitEvent & { readonly at: string; readonly stream: string }

/** Folds one event into the state. The first plans or records; reads no rule and no clock. */
export function evolve(before: VisitState | null, event: PastVisitEvent): VisitState {
  switch (event.kind) {
    case 'VisitPlanned': {
      const { unit, path, place, employer, region, on, post } = event.body
      return { ...blank(event.stream), unit, path, place, employer, region, plan: { on, post } }
    }
    case 'VisitDropped':
      return { ...known(before, event), status: 'dropped' }
    case 'VisitRecorded': {
      const { unit, path, place, employer, region, submittedAt, by, content, ...told } = event.body
      const state = before ?? blank(event.stream)
      const where = { unit, path, place, employer, region }
      return {
        ...{ ...state, ...where, status: 'recorded', submittedAt, by, recordedAt: event.at },
        ...withContent(told, content),
      }
    }
    case 'VisitCorrected': {
      const { content, ...told } = event.body
      const state = known(before, event)
      return { ...state, ...withContent(told, content), corrections: state.corrections + 1 }
    }
  }
}

/** Slots of the event become ids of the sealed sentences; parts that are not told stay as they are. */
function withContent(told: Partial<Told>, refs: Readonly<Record<string, ContentRef>>): Partial<VisitState> {
  const { opinions, deeds, next, ...plain } = told
  const content = (slot: string) => refs[slot]?.id ?? ''
  return {
    ...plain,
    ...(opinions && { opinions: opinions.map(({ theme, slot }) => ({ theme, content: content(slot) })) }),
    ...(deeds && { deeds: deeds.map(({ deed, slot }) => ({ deed, content: content(slot) })) }),
    ...(next !== undefined && { next: next && { on: next.on, content: content(next.slot) } }),
  }
}

function known(before: VisitState | null, { kind }: PastVisitEvent): VisitState {
  if (!before) throw new Error(`the first event of a visit is not ${kind}`)
  return before
}

function blank(id: string): VisitState {
  return {
    ...{ id, unit: 0, path: [], status: 'planned', plan: null, place: null, employer: null, region: null },
    ...{ kind: null, startedAt: null, endedAt: null, submittedAt: null, recordedAt: null, by: null, team: [], met: 0 },
    ...{ opinions: [], explanations: [], deeds: [], next: null, corrections: 0 },
  }
}
