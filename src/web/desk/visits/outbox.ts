import type { Bodies, DemandBody } from './draft.ts'

/** One part of a saving: what is sent, under which id, and what became of it. */
export interface Part<B> {
  readonly id: string
  readonly body: B
  readonly state: 'waiting' | 'done' | 'refused'
  /** Why not, or what came back. */
  readonly code?: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly stream?: string
  readonly receipt?: { readonly number: string; readonly code: string; readonly checkWord: string }
}

/**
 * A visit on its way with the demands heard on it. Bodies and ids are fixed when it is first sent and stay until each is
 * answered, so that a double tap, a cut line or a reload makes one visit and each demand once.
 */
export interface Outbox {
  readonly visit: Part<Bodies['visit']>
  readonly demands: readonly Part<Omit<DemandBody, 'visit'>>[]
}

/** Fixes what is sent; `makeId` gives an id for a stream of the region's realm, or for the visit without one. */
export function packed({ visit, demands }: Bodies, makeId: (region: string | null) => string): Outbox {
  return {
    visit: { id: makeId(null), body: visit, state: 'waiting' },
    demands: demands.map((body) => ({ id: makeId(body.region), body, state: 'waiting' })),
  }
}

/** What is sent next: the visit, then each demand in order; null when all is answered, or the visit was refused. */
export function nextPart(box: Outbox): { readonly at: number | 'visit' } | null {
  if (box.visit.state === 'waiting') return { at: 'visit' }
  if (box.visit.state === 'refused') return null
  const at = box.demands.findIndex(({ state }) => state === 'waiting')
  return at < 0 ? null : { at }
}

/** What became of a part. */
export type Answer = Pick<Part<unknown>, 'state' | 'code' | 'params' | 'stream' | 'receipt'>

/** The box once a part was answered. */
export function answered(box: Outbox, at: number | 'visit', more: Answer): Outbox {
  if (at === 'visit') return { ...box, visit: { ...box.visit, ...more } }
  return { ...box, demands: box.demands.map((part, n) => (n === at ? { ...part, ...more } : part)) }
}

/** A refused demand told otherwise: a new command, with an id of its own. */
export function mended(box: Outbox, at: number, id: string, text: string): Outbox {
  const demands = box.demands.map(
    (part, n): Part<Omit<DemandBody, 'visit'>> =>
      n === at ? { id, body: { ...part.body, text }, state: 'waiting' } : part,
  )
  return { ...box, demands }
}

/** How many parts are answered, of how many. */
export function progressOf({ visit, demands }: Outbox): { readonly done: number; readonly all: number } {
  const parts = [visit, ...demands]
  return { done: parts.filter(({ state }) => state === 'done').length, all: parts.length }
}

/**
 * The box as a page may keep it over a reload. What an anonymous worker said is kept nowhere; of what is answered no word,
 * no name and no code stays (domain §4).
 */
export function keptBox(box: Outbox): Outbox {
  const demands = box.demands.flatMap((part) => {
    if (part.body.mode === 'anonymous' && part.state !== 'done') return []
    const { receipt: _, ...rest } = part
    return [
      part.state === 'done' ? { ...rest, body: { ...blank, mode: part.body.mode, region: part.body.region } } : rest,
    ]
  })
  const { visit } = box
  const said = { opinions: [], deeds: [], explanations: [] }
  const { nextStep: _, ...rest } = visit.body
  return { visit: visit.state === 'done' ? { ...visit, body: { ...rest, ...said } } : visit, demands }
}

const blank = { channel: 'visit', persons: 1, text: '' } as const
