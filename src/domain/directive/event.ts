import type { DirectiveWords } from './command.ts'

/** Events of a directive 意见. Once it is issued its words never change. */
export type DirectiveEvent =
  | {
      readonly kind: 'DirectiveDrafted'
      readonly body: {
        readonly unit: number
        readonly path: readonly number[]
        readonly campaign: string
      } & DirectiveWords
    }
  | { readonly kind: 'DirectiveChanged'; readonly body: Partial<DirectiveWords> }
  | { readonly kind: 'DirectiveIssued'; readonly body: { readonly to: number; readonly on: string } }
  | { readonly kind: 'DirectiveSuperseded'; readonly body: { readonly successor: string } }
  | { readonly kind: 'DirectiveWithdrawn'; readonly body: { readonly reason: string } }
  | { readonly kind: 'FormAsked'; readonly body: FormAsk }
  | {
      readonly kind: 'FormRefused'
      readonly body: {
        readonly unit: number
        readonly title: string
        readonly reason: string
        readonly by: number
        readonly on: string
      }
    }
  /** `by` and `on` are missing from events of before forms were asked for inside the product. */
  | { readonly kind: 'FormApproved'; readonly body: Form & { readonly by?: number; readonly on?: string } }
  | { readonly kind: 'FormAttached'; readonly body: Form }

/** A form that is wanted, and whose answer is waited for: `approver` is the nearest staffed union that may give one. */
export type FormAsk = {
  readonly unit: number
  /** The unit that wants it with its ancestors, itself first. */
  readonly path: readonly number[]
  readonly title: string
  readonly why: string
  readonly approver: number
  readonly on: string
}

/** A form a unit may send down, and the law that asks for it. */
export type Form = { readonly unit: number; readonly title: string; readonly legalBasis: string }
