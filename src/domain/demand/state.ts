import type { ApproachState } from '../approach/evolve.ts'
import type { CallbackState } from '../callback/state.ts'
import type { ClockState } from '../clock/state.ts'
import type { Consent } from '../consent/evolve.ts'
import type { ExclusionState } from '../exclusion/state.ts'
import type { MergeState } from '../merge/state.ts'
import type { OrderState } from '../order/state.ts'
import type { WatchState } from '../watch/state.ts'
import type { ContactWay, DemandAnswered, Holder, Outcome, VerdictGiven } from './event.ts'

/** States of the demand machine (product.md). `closed` carries the outcome; redirected is `closed` with `none`. */
export type DemandStatus = 'raised' | 'triaged' | 'inHand' | 'answered' | 'reopened' | 'closed' | 'withdrawn'

/** 面: none, by a two-way thread (留言), by call (通话), in person or live video. */
export type MetSeal = 'none' | 'thread' | 'call' | 'person'
/** 心: none, the worker said *that is it*, said so on a cadre's phone or counter, or affirmed by *solved*. */
export type UnderstoodSeal = 'none' | 'yes' | 'inPerson' | 'affirmed'
/** 实: none, claimed by the union, confirmed by the worker. */
export type DeliveredSeal = 'none' | 'claimed' | 'yes'
/** The three seals, each waiting for the one before it. */
export type Seals = { readonly met: MetSeal; readonly understood: UnderstoodSeal; readonly delivered: DeliveredSeal }

/** Everything a decider needs to know of one demand, folded from its events. Holds no word of what was said. */
export type DemandState = {
  readonly id: string
  readonly number: string
  readonly pseudonym: string
  readonly region: string
  readonly channel: string
  readonly mode: 'named' | 'confidential' | 'anonymous'
  readonly persons: number
  readonly employer: number | null
  /** The agency that hired the worker out; null where none is named. */
  readonly agency: number | null
  readonly submittedAt: string
  readonly status: DemandStatus
  readonly topic: string | null
  readonly nature: string | null
  readonly urgency: string
  readonly difficulty: string
  readonly triage: Holder
  readonly triageDueAt: string
  readonly lead: Holder | null
  readonly orderState: 'offered' | 'objected' | 'signed' | 'answered' | null
  readonly copies: readonly Holder[]
  readonly callback: Holder | null
  readonly callbackDueAt: string | null
  readonly contactDueAt: string | null
  readonly dueAt: string | null
  readonly contacts: Readonly<Record<ContactWay, number>>
  /** The first contact was made, or tried as often as the rules ask. */
  readonly contactSettled: boolean
  readonly messages: { readonly worker: number; readonly union: number }
  /** Written understandings, and the answer to the last one. */
  readonly understandings: number
  readonly understood: 'none' | 'yes' | 'inPerson' | 'corrected'
  readonly deeds: number
  /** Files that came to it, in order; of an erased part nothing is left but this. */
  readonly files: readonly { readonly id: string; readonly part: 'identity' | 'text' }[]
  readonly claim: DemandAnswered['claim'] | null
  readonly verdict: VerdictGiven['solved'] | null
  readonly satisfied: VerdictGiven['satisfied']
  /** True when the verdict was given with a code that staff could have seen. */
  readonly assisted: boolean
  readonly outcome: Outcome | null
  readonly reopened: number
  readonly closedAt: string | null
  readonly blocked: readonly number[]
  readonly erased: readonly ('identity' | 'text')[]
  readonly pressed: boolean
  /** Groups the worker says they belong to, sorted, as they said last. */
  readonly groups: readonly string[]
  /** The visit it was heard on. */
  readonly visit: string | null
  /** Post that heard it, when not the worker's own device. */
  readonly heardBy: number | null
  /** Who stays with the worker, as they said last; null for nobody. */
  readonly kept: {
    readonly keep: 'cadre' | 'union'
    readonly post: number | null
    readonly unit: number
    readonly at: string
  } | null
  /** When it arrived, of a matter that arrived late; null for every other. */
  readonly lateAt: string | null
  /** Why urgency and dues were fixed at the raising; null where triage fixes them. */
  readonly fixed: 'danger' | 'group' | null
  /** The section that alone may see it. */
  readonly restricted: string | null
  /** The other machines of the stream. */
  readonly order: OrderState
  readonly clock: ClockState
  readonly callbacks: CallbackState
  readonly watch: WatchState
  readonly merge: MergeState
  /** Whether it counts in the rates. */
  readonly exclusion: ExclusionState
  /** What the worker agreed to, as far as it is in force. */
  readonly consents: readonly Consent[]
  /** Whether the union may go to the employer. */
  readonly approach: ApproachState
  /** Posts that took part and with which duty: who handles never calls back (law 10). */
  readonly acts: readonly Act[]
}

/** A duty of the loop that one person may or may not combine with another (`rules/small-office.yaml`). */
export type Duty = 'raise' | 'triage' | 'handle' | 'rule' | 'approve' | 'callback'
/** What a post did. */
export type Act = { readonly duty: Duty; readonly post: number }
