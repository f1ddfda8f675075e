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
  | { readonly kind: 'FormApproved'; readonly body: Form }
  | { readonly kind: 'FormAttached'; readonly body: Form }

/** A form a unit may send down, and the law that asks for it. */
export type Form = { readonly unit: number; readonly title: string; readonly legalBasis: string }
