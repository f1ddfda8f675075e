import type { ApproachCommand } from '../approach/command.ts'
import type { CallbackCommand } from '../callback/command.ts'
import type { ClockCommand } from '../clock/command.ts'
import type { ConsentCommand } from '../consent/command.ts'
import type { ContactWishes } from '../contact-wishes.ts'
import type { ExclusionCommand } from '../exclusion/command.ts'
import type { MergeCommand } from '../merge/command.ts'
import type { OrderCommand } from '../order/command.ts'
import type { ContactWay, DemandAnswered, VerdictGiven } from './event.ts'

/** What the worker lets the union know of who they are. Sealed as one value; every field optional (§4 rule 12). */
export type Identity = ContactWishes & {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  /** When and how it is safe to reach the worker, in their words. */
  readonly reach?: string | undefined
}

/** `demand.raise`: the worker, or a cadre for the worker, says what happened. The stream is made by this command. */
export type RaiseDemand = {
  readonly kind: 'demand.raise'
  readonly region: string
  readonly channel: string
  readonly mode: 'named' | 'confidential' | 'anonymous'
  readonly text: string
  readonly identity?: Identity | undefined
  readonly persons: number
  readonly employer?: number | undefined
  /** Who hired the worker out: dispatch agency, outsourcing or platform company. An employer too (adr/0033). */
  readonly agency?: number | undefined
  readonly topicHint?: string | undefined
  /** Somebody's life is in danger: P0 at once (§2.7). */
  readonly danger?: boolean | undefined
  /** The visit it was heard on: of the same union, by the same person. */
  readonly visit?: string | undefined
  /** When it was taken down on that visit, ISO 8601: what was heard without a signal arrives later (§2.6). */
  readonly madeAt?: string | undefined
  /** Groups the worker says they belong to (rules/worker-groups.yaml); asked for, never needed. */
  readonly groups?: readonly string[] | undefined
  /** Files that wait, each as `<id>.<secret>`. */
  readonly files?: readonly string[] | undefined
}

/** Commands on a demand that exists. `demand` is its id. Texts are plain here and sealed by the pipeline. */
export type DemandCommand =
  | CoreCommand
  | OrderCommand
  | CallbackCommand
  | MergeCommand
  | ClockCommand
  | ConsentCommand
  | ExclusionCommand
  | ApproachCommand

/** Commands of the demand machine itself. */
export type CoreCommand =
  | RaiseDemand
  | {
      readonly kind: 'demand.triage'
      readonly demand: string
      readonly topic: string
      readonly nature: string
      readonly urgency: string
      readonly difficulty: string
      readonly lead: number
      readonly section?: string | undefined
    }
  /** Triage answers at once: closed by the worker's *clear* or verdict (§2.5). */
  | {
      readonly kind: 'demand.answer-now'
      readonly demand: string
      readonly topic: string
      readonly nature: string
      readonly text: string
    }
  /** Every other outcome of triage (§2.5); `earlier`: the number of the matter that is already in hand. */
  | {
      readonly kind: 'demand.redirect'
      readonly demand: string
      readonly outcome?: string | undefined
      readonly reason: string
      readonly earlier?: string | undefined
      readonly text: string
    }
  | { readonly kind: 'order.sign'; readonly demand: string }
  | {
      readonly kind: 'contact.log'
      readonly demand: string
      readonly way: ContactWay
      readonly note?: string | undefined
    }
  | { readonly kind: 'message.post'; readonly demand: string; readonly text: string }
  | { readonly kind: 'file.attach'; readonly demand: string; readonly files: readonly string[] }
  | { readonly kind: 'understanding.write'; readonly demand: string; readonly text: string }
  | {
      readonly kind: 'understanding.answer'
      readonly demand: string
      readonly yes: boolean
      readonly text?: string | undefined
    }
  | {
      readonly kind: 'deed.record'
      readonly demand: string
      readonly deed: string
      readonly amountFen?: number | undefined
      readonly text: string
    }
  | {
      readonly kind: 'demand.answer'
      readonly demand: string
      readonly claim: DemandAnswered['claim']
      readonly text: string
    }
  | {
      readonly kind: 'verdict.give'
      readonly demand: string
      readonly solved: VerdictGiven['solved']
      readonly satisfied?: NonNullable<VerdictGiven['satisfied']> | undefined
      readonly contacted?: boolean | undefined
      readonly text?: string | undefined
    }
  | {
      readonly kind: 'demand.withdraw'
      readonly demand: string
      readonly pressed: boolean
      readonly text?: string | undefined
    }
  /** Who stays with the worker after a visit: whoever came, that union, or nobody. */
  | {
      readonly kind: 'demand.keep-cadre'
      readonly demand: string
      readonly keep: 'cadre' | 'union' | 'nobody'
    }
  /** The groups the worker belongs to, all of them: an empty list takes back what was said. */
  | { readonly kind: 'groups.set'; readonly demand: string; readonly groups: readonly string[] }
  | {
      readonly kind: 'content.erase'
      readonly demand: string
      readonly parts: readonly ('identity' | 'text')[]
      readonly reason: string
    }

/** Opening sealed content: writes a read record into the access stream of the demand (§4 rule 8). */
export type OpenContent = {
  readonly kind: 'content.open'
  readonly demand: string
  readonly part: 'identity' | 'text'
  readonly purpose: string
  /** This file alone, and not the words. */
  readonly file?: string | undefined
}
