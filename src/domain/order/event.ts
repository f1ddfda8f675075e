import type { ContentRef } from '../decision.ts'
import type { Holder } from '../demand/event.ts'

type Text = { readonly text: ContentRef }

/** What needs the consent of one level up: a pause, an extension, a lower priority (domain §2.6, §2.7). */
export type RequestKind = 'pause' | 'extend' | 'lower'

/** Instants of the answer clock as the rules computed them. `warnAt`: 80 % of the working time; `superviseAt`: due + 5 working days. */
export type AnswerClock = { readonly dueAt: string; readonly warnAt: string; readonly superviseAt: string }

/** Events of the order machine in a demand's stream: objection and ruling, joint orders, requests, opinions, promises, letters. */
export type OrderEvent =
  | { readonly kind: 'OrderObjected'; readonly body: OrderObjected }
  | { readonly kind: 'OrderRuled'; readonly body: OrderRuled }
  | { readonly kind: 'JointOrdered'; readonly body: JointOrdered }
  | {
      readonly kind: 'JointAnswered'
      readonly body: { readonly n: number; readonly unable: boolean; readonly content: Text }
    }
  | { readonly kind: 'RequestAsked'; readonly body: RequestAsked }
  | {
      readonly kind: 'RequestGranted'
      readonly body: { readonly request: RequestKind; readonly content: { readonly text?: ContentRef } }
    }
  | { readonly kind: 'RequestRefused'; readonly body: { readonly request: RequestKind; readonly content: Text } }
  | { readonly kind: 'PauseStarted'; readonly body: { readonly reason: string; readonly untilAt: string } }
  | {
      readonly kind: 'PauseEnded'
      readonly body: AnswerClock & { readonly by: 'time' | 'worker' | 'lead' }
    }
  | { readonly kind: 'DemandExtended'; readonly body: AnswerClock & { readonly reason: string } }
  | { readonly kind: 'DemandReclassed'; readonly body: DemandReclassed }
  | {
      readonly kind: 'OpinionAsked'
      readonly body: { readonly to: Holder; readonly dueAt: string; readonly content: Text }
    }
  | { readonly kind: 'OpinionGiven'; readonly body: { readonly take: boolean; readonly content: Text } }
  | { readonly kind: 'CommitmentMade'; readonly body: CommitmentMade }
  | { readonly kind: 'CommitmentContradicted'; readonly body: { readonly content: { readonly text?: ContentRef } } }
  | { readonly kind: 'CommitmentKept'; readonly body: Record<never, never> }
  | { readonly kind: 'CommitmentUnmet'; readonly body: Record<never, never> }
  | { readonly kind: 'LetterSent'; readonly body: LetterSent }
  | { readonly kind: 'LetterReplied'; readonly body: { readonly n: number; readonly content: Text } }
  | { readonly kind: 'HandlerRecused'; readonly body: { readonly post: number } }

/** The lead says the order is not theirs: once, in time, with a reason of the catalogue (§2.6). The answer due runs on. */
export type OrderObjected = {
  readonly reason: string
  readonly ruler: Holder
  readonly rulingDueAt: string
  readonly content: Text
}

/** The ruling is final and stored as a precedent. `upheld`: the objection was right. Who leads stands in the OrderOffered after it. */
export type OrderRuled = {
  readonly upheld: boolean
  readonly reason: string
  readonly topic: string
  readonly from: number
  readonly to: number
  readonly content: Text
}

/** Another unit or an outside department joins in; it answers the lead in time or states why. Exactly one of both is set. */
export type JointOrdered = {
  readonly n: number
  readonly holder: Holder | null
  readonly department: string | null
  readonly dueAt: string
  readonly content: Text
}

/** Asked of one level up; silence climbs. `until`: local date a pause ends; `to`: the class a lower priority gives. */
export type RequestAsked = {
  readonly request: RequestKind
  readonly reason: string
  readonly until: string | null
  readonly to: { readonly urgency: string; readonly difficulty: string } | null
  readonly approver: Holder
  readonly decideBy: string
  readonly content: Text
}

/**
 * Priority raised by the lead, or lowered with the consent of the level above (§2.7). A merged claim follows its master, which
 * carries the clock for both: then the due stands alone.
 */
export type DemandReclassed = Pick<AnswerClock, 'dueAt'> &
  Partial<AnswerClock> & {
    readonly urgency: string
    readonly difficulty: string
    readonly contactDueAt: string
    readonly agreed: boolean
    /** Why one level up agreed to a lower class (`rules/reasons.yaml`); absent where it was raised. */
    readonly reason?: string
  }

/** A promise with a date that the worker agreed to; callback moves to the day after it, nothing closes before (§2.6). */
export type CommitmentMade = {
  /** Local date, YYYY-MM-DD. */
  readonly promisedOn: string
  /** End of that day. */
  readonly promisedAt: string
  /** Start of the day after: the callback opens. */
  readonly callbackAt: string
  readonly promisor: 'employer' | 'department' | 'union'
  readonly amountFen: number | null
  readonly content: Text
}

/** A letter of 一函两书 or another skeleton of `rules/letters.yaml`; `replyDueAt` null where no reply is asked. */
export type LetterSent = {
  readonly n: number
  readonly letter: string
  readonly replyDueAt: string | null
  readonly content: Text
}
