import type { Verb } from '../../../domain/reach.ts'
import type { DemandRow, TimelineRow } from '../../../protocol/view.ts'

/** Verbs that have a button on a demand's page, in the order of a demand's life, each with its letter. */
export const verbLetters = {
  'demand.triage': 'T',
  'demand.redirect': 'R',
  'order.sign': 'S',
  'contact.log': 'C',
  'understanding.write': 'U',
  'deed.record': 'D',
  'demand.answer': 'A',
  'message.post': 'M',
  'content.open.identity': 'I',
  'content.erase': 'E',
} as const satisfies Partial<Record<Verb, string>>
/** A verb with a button. */
export type PageVerb = keyof typeof verbLetters

const life = Object.keys(verbLetters) as readonly PageVerb[]

/** Exactly the verbs this person may use now; the one that moves the demand on stands first. */
export function orderVerbs(
  row: Pick<DemandRow, 'verbs' | 'next'>,
  timeline: readonly Pick<TimelineRow, 'kind'>[],
): PageVerb[] {
  const allowed = life.filter((verb) => row.verbs.includes(verb))
  const first = nextVerb(row.next?.what, (kind) => timeline.some((each) => each.kind === kind))
  return first && allowed.includes(first) ? [first, ...allowed.filter((verb) => verb !== first)] : allowed
}

/** Before the answer come the understanding and the deed, where they are still missing. */
function nextVerb(
  what: NonNullable<DemandRow['next']>['what'] | undefined,
  has: (kind: string) => boolean,
): PageVerb | null {
  if (what === 'triage') return 'demand.triage'
  if (what === 'sign') return 'order.sign'
  if (what === 'contact') return 'contact.log'
  if (what !== 'answer') return null
  if (!has('UnderstandingWritten')) return 'understanding.write'
  return has('DeedRecorded') ? 'demand.answer' : 'deed.record'
}
