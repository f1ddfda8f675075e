import type { NextWhat } from '../../../domain/demand/next.ts'
import type { Verb } from '../../../domain/reach.ts'
import type { DemandRow, TimelineRow } from '../../../protocol/view.ts'

/**
 * Verbs that a demand's page offers, in the order of a demand's life, each with its letter. What is done seldom, and what
 * has no way back, has none: it stands in the menu and is never done by a slip of a finger.
 */
export const verbLetters = {
  'demand.triage': 'T',
  'demand.answer-now': 'W',
  'demand.redirect': 'R',
  'order.sign': 'S',
  'order.object': 'O',
  'order.rule': 'L',
  'request.decide': 'G',
  'opinion.give': 'V',
  'exclusion.weigh': null,
  'joint.answer': 'H',
  'callback.record': 'B',
  'callback.try': 'Y',
  'protection.answer': 'Z',
  'contact.log': 'C',
  'understanding.write': 'U',
  'approach.propose': null,
  'approach.record': null,
  'deed.record': 'D',
  'demand.answer': 'A',
  'message.post': 'M',
  'content.open.identity': 'I',
  'commitment.make': 'P',
  'joint.order': 'X',
  'letter.send': 'F',
  'letter.reply': null,
  'request.ask': 'Q',
  'opinion.ask': null,
  'pause.end': null,
  'demand.reclass': null,
  'demand.merge': null,
  'recusal.declare': null,
  'exclusion.ask': null,
  'content.erase': 'E',
} as const satisfies Partial<Record<Verb, string | null>>
/** A verb with a place on the page. */
export type PageVerb = keyof typeof verbLetters
/** Signing is one press; every other verb has a form. */
export type FormVerb = Exclude<PageVerb, 'order.sign'>

const life = Object.keys(verbLetters) as readonly PageVerb[]
/** Most buttons at a time. */
export const mostButtons = 3

// Done beside the work, or seldom: in the menu, unless there is nothing else to do.
const beside: ReadonlySet<PageVerb> = new Set([
  'approach.propose',
  'approach.record',
  'commitment.make',
  'joint.order',
  'letter.send',
  'letter.reply',
  'request.ask',
  'opinion.ask',
  'pause.end',
  'demand.reclass',
  'demand.merge',
  'recusal.declare',
  'exclusion.ask',
  'content.erase',
])

// Nobody is nudged to contest what a worker said: it stands in the menu, even where nothing else is to be done.
const unasked: ReadonlySet<PageVerb> = new Set(['exclusion.ask'])

/** What a duty is done with, the verb that moves the demand on first. */
const steps: Readonly<Record<Exclude<NextWhat, 'answer'>, readonly PageVerb[]>> = {
  triage: ['demand.triage', 'demand.answer-now', 'demand.redirect'],
  sign: ['order.sign', 'order.object'],
  rule: ['order.rule'],
  grant: ['request.decide'],
  opinion: ['opinion.give'],
  joint: ['joint.answer'],
  contact: ['contact.log', 'content.open.identity', 'message.post'],
  callback: ['callback.record', 'callback.try', 'content.open.identity'],
  resume: ['pause.end'],
  promise: ['deed.record', 'demand.answer', 'message.post'],
  protection: ['protection.answer'],
}

/** What this person may do now: a few buttons, the rest in a menu. */
export interface Offered {
  readonly buttons: readonly PageVerb[]
  /** Whether the first button is what this person is here for now. */
  readonly leads: boolean
  readonly more: readonly PageVerb[]
}

/** Exactly the verbs this person may use now. The one that moves the demand on stands first; what cannot be a step stands in the menu. */
export function orderVerbs(
  row: Pick<DemandRow, 'verbs' | 'next'>,
  timeline: readonly Pick<TimelineRow, 'kind'>[],
): Offered {
  const has = (kind: string) => timeline.some((each) => each.kind === kind)
  const wanted = stepsOf(row.next?.what, has)
  const allowed = [...new Set([...wanted, ...life])].filter((verb) => row.verbs.includes(verb))
  const work = allowed.filter((verb) => wanted.includes(verb) || !beside.has(verb))
  const idle = allowed.filter((verb) => !unasked.has(verb))
  const buttons = (work.length > 0 ? work : idle).slice(0, mostButtons)
  return { buttons, leads: work.length > 0, more: allowed.filter((verb) => !buttons.includes(verb)) }
}

/** Before the answer come the understanding and the deed, where they are still missing. */
function stepsOf(what: NextWhat | undefined, has: (kind: string) => boolean): readonly PageVerb[] {
  if (what === undefined) return []
  if (what !== 'answer') return steps[what]
  if (!has('UnderstandingWritten')) return ['understanding.write', 'deed.record', 'demand.answer']
  return has('DeedRecorded')
    ? ['demand.answer', 'deed.record', 'message.post']
    : ['deed.record', 'demand.answer', 'message.post']
}
