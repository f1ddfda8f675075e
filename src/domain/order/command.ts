import type { RequestKind } from './event.ts'

type On = { readonly demand: string; readonly text: string }

/** Commands of the order machine. `demand` is the stream; texts are plain here and sealed by the pipeline. */
export type OrderCommand =
  /** The lead: not ours. Once, in time. */
  | ({ readonly kind: 'order.object'; readonly reason: string } & On)
  /** The ruling body names the lead; final. */
  | ({
      readonly kind: 'order.rule'
      readonly lead: number
      readonly section?: string | undefined
    } & On)
  /** The lead asks another unit or an outside department to join in: exactly one of both. */
  | ({
      readonly kind: 'joint.order'
      readonly unit?: number | undefined
      readonly section?: string | undefined
      readonly department?: string | undefined
    } & On)
  /** A joint unit answers the lead, or states why it cannot. For a department the lead enters what it wrote. */
  | ({ readonly kind: 'joint.answer'; readonly n: number; readonly unable: boolean } & On)
  /** The lead asks one level up for a pause, an extension or a lower priority. */
  | ({
      readonly kind: 'request.ask'
      readonly request: RequestKind
      readonly reason: string
      /** Local date the pause ends. */
      readonly until?: string | undefined
      readonly urgency?: string | undefined
      readonly difficulty?: string | undefined
    } & On)
  | {
      readonly kind: 'request.decide'
      readonly demand: string
      readonly grant: boolean
      readonly text?: string | undefined
    }
  /** The lead takes the matter up again before the pause ends. */
  | { readonly kind: 'pause.end'; readonly demand: string }
  /** Priority raised; lowering is a request. */
  | { readonly kind: 'demand.reclass'; readonly demand: string; readonly urgency: string; readonly difficulty: string }
  /** 上报: the lead cannot solve it; the level above must state an opinion. */
  | ({ readonly kind: 'opinion.ask' } & On)
  /** `take`: the level above leads from now on. */
  | ({ readonly kind: 'opinion.give'; readonly take: boolean } & On)
  /** A promise with a date that the worker agreed to in live contact. */
  | ({
      readonly kind: 'commitment.make'
      /** Local date. */
      readonly promisedOn: string
      readonly promisor: 'employer' | 'department' | 'union'
      readonly amountFen?: number | undefined
      readonly workerAgreed: boolean
    } & On)
  /** The worker: I did not agree to this. */
  | { readonly kind: 'commitment.contradict'; readonly demand: string; readonly text?: string | undefined }
  | ({ readonly kind: 'letter.send'; readonly letter: string } & On)
  | ({ readonly kind: 'letter.reply'; readonly n: number } & On)
  /** Recusal: the post steps back and sees nothing of it any more (§4 rule 6). */
  | { readonly kind: 'recusal.declare'; readonly demand: string }
