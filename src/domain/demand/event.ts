import type { ApproachEvent } from '../approach/event.ts'
import type { CallbackEvent } from '../callback/event.ts'
import type { ClockEvent } from '../clock/event.ts'
import type { ConsentEvent } from '../consent/event.ts'
import type { ContentRef } from '../decision.ts'
import type { ExclusionEvent } from '../exclusion/event.ts'
import type { FileKind } from '../file/file-rules.ts'
import type { MergeEvent } from '../merge/event.ts'
import type { OrderEvent } from '../order/event.ts'
import type { WatchEvent } from '../watch/event.ts'

/**
 * Events of a demand's stream. All four machines (demand, order, clock, callback) write into this one stream
 * (product.md). Bodies carry what was computed; `content` holds commitments, never words. Instants are ISO 8601 in UTC,
 * units are integer ids, `path` is a unit with its ancestors, itself first.
 */
export type DemandEvent =
  | CoreEvent
  | OrderEvent
  | ClockEvent
  | CallbackEvent
  | WatchEvent
  | MergeEvent
  | ConsentEvent
  | ExclusionEvent
  | ApproachEvent

/** Events of the demand machine itself. What later rules added is optional: an earlier event replays to what it meant then. */
export type CoreEvent =
  | { readonly kind: 'DemandRaised'; readonly body: DemandRaised }
  | { readonly kind: 'DemandTriaged'; readonly body: DemandTriaged }
  | { readonly kind: 'OrderOffered'; readonly body: OrderOffered }
  | {
      readonly kind: 'DemandRedirected'
      readonly body: Ending & {
        /** Code of `rules/triage-outcomes.yaml`. */
        readonly outcome?: string
        readonly reason: string
        /** The earlier matter, where there are no new facts. */
        readonly earlier?: string | null
        readonly content: { readonly text: ContentRef }
      }
    }
  /** `auto`: silence signed. */
  | { readonly kind: 'OrderSigned'; readonly body: { readonly unit: number; readonly auto?: boolean } }
  | {
      readonly kind: 'ContactLogged'
      readonly body: {
        readonly way: ContactWay
        readonly settles: boolean
        /** By whoever called back, or by who heard it on a visit: contact with the worker, but no handling of the matter. */
        readonly via?: 'callback' | 'visit'
        readonly content: { readonly note?: ContentRef }
      }
    }
  | {
      readonly kind: 'MessagePosted'
      readonly body: { readonly from: 'worker' | 'union'; readonly content: { readonly text: ContentRef } }
    }
  | { readonly kind: 'FileAttached'; readonly body: FileAttached }
  | { readonly kind: 'UnderstandingWritten'; readonly body: { readonly content: { readonly text: ContentRef } } }
  | {
      readonly kind: 'UnderstandingAnswered'
      readonly body: {
        readonly yes: boolean
        readonly assisted: boolean
        readonly content: { readonly text?: ContentRef }
      }
    }
  | {
      readonly kind: 'DeedRecorded'
      readonly body: {
        readonly deed: string
        readonly amountFen: number | null
        /** Done on the master and counted for this claim as well. */
        readonly shared?: boolean
        readonly content: { readonly text: ContentRef }
      }
    }
  | { readonly kind: 'DemandAnswered'; readonly body: DemandAnswered }
  | { readonly kind: 'VerdictGiven'; readonly body: VerdictGiven }
  | { readonly kind: 'DemandClosed'; readonly body: Ending & { readonly outcome: Outcome } }
  | { readonly kind: 'DemandReopened'; readonly body: DemandReopened }
  | { readonly kind: 'DemandWithdrawn'; readonly body: Ending & { readonly content: { readonly text?: ContentRef } } }
  | { readonly kind: 'PressureReported'; readonly body: { readonly content: { readonly text?: ContentRef } } }
  /** The worker said anew which groups they belong to: all of them, or none. */
  | { readonly kind: 'CadreKept'; readonly body: CadreKept }
  | { readonly kind: 'GroupsSet'; readonly body: { readonly groups: readonly string[] } }
  | {
      readonly kind: 'ContentErased'
      readonly body: { readonly parts: readonly ('identity' | 'text')[]; readonly reason: string }
    }

/** A file came to the matter: never its name, and nothing of what it shows. */
export type FileAttached = {
  /** Id of the file in the vault. */
  readonly file: string
  readonly is: FileKind
  /** Media type of the original, told by its content. */
  readonly type: string
  readonly bytes: number
  /** Which key seals it. */
  readonly part: 'identity' | 'text'
  /** HMAC-SHA-256 of the original in base64, under a key of the file's own that is erased with it. */
  readonly commitment: string
}

/** How the worker and the union were in contact. `try` is an attempt that reached nobody. */
export type ContactWay = 'person' | 'video' | 'call' | 'try'

/** What a closed demand carries (product.md, four machines). */
export type Outcome = 'solved' | 'partly' | 'unsolved' | 'unknown' | 'clear' | 'none'

/** A unit that holds the demand, with its ancestors as they were when it was given. */
export type Holder = { readonly unit: number; readonly path: readonly number[]; readonly section: string | null }

/** Who stays with the worker from now on. `post`: of whoever came, where that is kept; `unit`: whose visit it was. */
export type CadreKept = {
  readonly keep: 'cadre' | 'union' | 'nobody'
  readonly post: number | null
  readonly unit: number | null
}

/** The worker spoke. Number, routing and the triage clock are computed in the same transaction (law 1). */
export type DemandRaised = {
  readonly number: string
  readonly pseudonym: string
  readonly region: string
  readonly channel: string
  readonly mode: 'named' | 'confidential' | 'anonymous'
  readonly persons: number
  readonly employer: number | null
  /** The agency that hired the worker out; absent where none is named. Never the employer itself. */
  readonly agency?: number
  readonly topicHint: string | null
  readonly urgency: string
  readonly submittedAt: string
  /** Post that heard it, when not the worker's own device. */
  readonly heardBy: number | null
  readonly to: Holder
  /** Why this unit: code of the routing step (`seat`, `nearest-staffed`). */
  readonly why: string
  readonly triageDueAt: string
  /** Units that see nothing of it: the own unions of employer and agency (domain §0.3). */
  readonly blocked: readonly number[]
  readonly assisted: boolean
  /** Why the class is fixed at the raising (§2.7): danger to life, or a group. The dues below stand then. */
  readonly fixed?: 'danger' | 'group' | null
  /** The visit it was heard on. */
  readonly visit?: string
  /** It arrived when its triage was due already: marked, and nobody is charged with what was past by then (§2.6). */
  readonly late?: true
  /** Groups the worker says they belong to. */
  readonly groups?: readonly string[]
  readonly contactDueAt?: string
  readonly dueAt?: string
  readonly warnAt?: string
  readonly superviseAt?: string
  readonly content: { readonly text: ContentRef; readonly identity?: ContentRef }
}

/** A person decided topic, nature and class; the answer due is fixed once, counted from submission (§2.7). */
export type DemandTriaged = {
  readonly topic: string
  readonly nature: string
  readonly urgency: string
  readonly difficulty: string
  readonly contactDueAt: string
  readonly dueAt: string
  readonly blocked: readonly number[]
  readonly warnAt?: string
  readonly superviseAt?: string
  /** First interim report of a specially complex matter. */
  readonly interimAt?: string | null
  /** True where a year without an official calendar lies in the span. */
  readonly provisional?: boolean
  /** The section that alone may see it: discipline for complaints about cadres, need-to-know leaves (§4 rule 7). */
  readonly restricted?: string | null
}

/** An order to the lead, copied to the unit above that supervises (双派单, §2.6). */
export type OrderOffered = {
  readonly lead: Holder
  readonly copies: readonly Holder[]
  readonly why: string
  /** Silence signs then. */
  readonly autoSignAt?: string
  /** The lead may object until then; null where a ruling was final. */
  readonly objectUntil?: string | null
}

/** What the end of a matter starts: how long it may be opened again, when it is archived, when the worker is asked (§2.8, §4). */
export type Ending = {
  readonly reopenUntil?: string
  readonly archiveAt?: string
  readonly watchAt?: readonly { readonly day: number; readonly at: string }[]
}

/** Opened again by right or by *unsolved*. The third time `lead` is one level up (§2.8). */
export type DemandReopened = {
  readonly n: number
  readonly contactDueAt: string
  readonly dueAt: string
  readonly warnAt?: string
  readonly superviseAt?: string
  readonly lead?: Holder | null
  readonly copies?: readonly Holder[]
  readonly content?: { readonly text?: ContentRef }
}

/** The union's claim and its letter in plain words; the callback is due whether or not anyone presses "done". */
export type DemandAnswered = {
  readonly claim: 'done' | 'partly' | 'notDone' | 'explained'
  readonly callback: Holder
  /** True when no other unit was staffed and another post of the same unit calls back; counted apart. */
  readonly sameUnit: boolean
  readonly callbackDueAt: string
  readonly content: { readonly text: ContentRef }
}

/** The worker's own word. `assisted` is counted apart (law 2); so is what a caller took down by phone. */
export type VerdictGiven = {
  readonly solved: 'solved' | 'partly' | 'unsolved' | 'clear'
  readonly satisfied: 'satisfied' | 'fairly' | 'unsatisfied' | null
  readonly contacted: boolean | null
  readonly assisted: boolean
  /** By receipt, or taken down by whoever called back. */
  readonly via?: 'receipt' | 'callback'
  readonly content: { readonly text?: ContentRef }
}

/** Events of the companion access stream: who opened what (domain §4 rule 8). */
export type AccessEvent = {
  readonly kind: 'ContentOpened'
  readonly body: {
    readonly demand: string
    readonly unit: number
    readonly post: number
    readonly part: 'identity' | 'text'
    readonly purpose: string
    /** This file alone, and not the words. */
    readonly file?: string
  }
}
