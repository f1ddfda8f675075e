import type { CommandBody } from '../../../protocol/command.ts'
import { longestSentence } from '../../../protocol/visit-command.ts'
import type { TextKey } from '../text/zh.ts'

/** Where one was: one of contact point, enterprise and region; the region is where demands heard there are raised. */
export interface Spot {
  readonly place?: string
  readonly employer?: number
  readonly region: string
  readonly name: string
}
export type Mode = 'named' | 'confidential' | 'anonymous'
/** A demand heard, as it was typed. `key` tells the rows of the form apart. */
export interface Heard {
  readonly key: string
  readonly text: string
  readonly mode: Mode
  readonly name: string
  readonly phone: string
  /** Who hired the worker out; a draft of before has none. */
  readonly agency?: { readonly id: number; readonly name: string } | null
}
export interface Line {
  readonly key: string
  readonly code: string
  readonly text: string
}

/** A visit as it is being told. */
export interface VisitDraft {
  readonly plan: string | null
  readonly spot: Spot | null
  readonly kind: string
  /** Local time `YYYY-MM-DDTHH:MM` in China; empty: just now. */
  readonly startedAt: string
  readonly met: string
  readonly opinions: readonly Line[]
  readonly demands: readonly Heard[]
  readonly explained: readonly string[]
  readonly deeds: readonly Line[]
  readonly next: string
  readonly nextOn: string
}

/** The usual visit, so that what is usual takes no tap. */
export function emptyVisit(): VisitDraft {
  return {
    ...{ plan: null, spot: null, kind: 'enterprise', startedAt: '', met: '', opinions: [], demands: [] },
    ...{ explained: [], deeds: [], next: '', nextOn: '' },
  }
}

/** What names a workplace is told in confidence unless the worker wants otherwise (domain §0.4). */
export function emptyHeard(key: string, spot: Spot | null): Heard {
  return { key, text: '', mode: spot?.employer === undefined ? 'named' : 'confidential', name: '', phone: '' }
}

/** The draft as a page may keep it over a reload: what an anonymous worker said is kept nowhere (domain §4). */
export function keptDraft(draft: VisitDraft): VisitDraft {
  return { ...draft, demands: draft.demands.filter(({ mode }) => mode !== 'anonymous') }
}

export type VisitBody = CommandBody<'visit.record'>
export type DemandBody = CommandBody<'demand.raise'>

/** What is sent: the visit first, then each demand under it. Rows nothing was typed into are left out. */
export interface Bodies {
  readonly visit: VisitBody
  readonly demands: readonly Omit<DemandBody, 'visit'>[]
}

/** The bodies, or the text that says what is missing. Nobody is asked for more than where and how many. */
export function bodiesOf(draft: VisitDraft, unit: number, now: number): Bodies | { readonly missing: TextKey } {
  const { plan, spot, kind } = draft
  if (!spot) return { missing: 'visits.spotMissing' }
  const met = Number(draft.met.normalize('NFKC').trim() || Number.NaN)
  if (!Number.isInteger(met) || met < 0 || met > 100_000) return { missing: 'visits.metMissing' }
  // Said here, not after the visit was sent: a phone may be without a signal for days.
  const sentences = [...draft.opinions, ...draft.deeds].map(({ text }) => text)
  if ([...sentences, draft.next].some((text) => text.trim().length > longestSentence))
    return { missing: 'visits.tooLong' }
  const made = new Date(now).toISOString()
  const { place, employer, region } = spot
  const where = place ? { place } : employer ? { employer } : { region }
  const visit: VisitBody = {
    ...{ unit, ...where, kind, met, madeAt: made, startedAt: draft.startedAt ? `${draft.startedAt}:00+08:00` : made },
    ...(plan ? { plan } : {}),
    opinions: typed(draft.opinions).map(({ code, text }) => ({ theme: code || 'other', text: text.trim() })),
    explanations: draft.explained.map((policy) => ({ policy })),
    deeds: typed(draft.deeds).map(({ code, text }) => ({ deed: code || 'other', text: text.trim() })),
    ...(draft.next.trim()
      ? { nextStep: { text: draft.next.trim(), ...(draft.nextOn ? { on: draft.nextOn } : {}) } }
      : {}),
  }
  return { visit, demands: typed(draft.demands).map((heard) => ({ ...demandOf(heard, spot), madeAt: made })) }
}

function demandOf({ text, mode, name, phone, agency }: Heard, { employer, region }: Spot): Omit<DemandBody, 'visit'> {
  const given = mode === 'anonymous' ? [] : Object.entries({ name, phone }).filter(([, value]) => value.trim())
  return {
    ...{ region, channel: 'visit', mode, persons: 1, text: text.trim() },
    ...(given.length > 0 ? { identity: Object.fromEntries(given.map(([key, value]) => [key, value.trim()])) } : {}),
    ...(employer ? { employer } : {}),
    ...(agency ? { agency: agency.id } : {}),
  }
}

function typed<T extends { readonly text: string }>(rows: readonly T[]): readonly T[] {
  return rows.filter(({ text }) => text.trim() !== '')
}
