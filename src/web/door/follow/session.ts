import type { ViewAnswer } from '../../../protocol/view.ts'
import { type Dress, to } from '../dress.ts'
import type { FieldError } from '../field.ts'
import { type Html, html, type Part } from '../html.ts'

/** What the follow page shows. */
export type FollowView = {
  readonly answer: ViewAnswer<'follow'>
  /** Epoch milliseconds. */
  readonly now: number
  /** Sealed proof that number and code were given; carried by every form instead of a cookie (domain §4 rule 3). */
  readonly ticket: string
  /** One per rendering: the same button pressed twice is one command. */
  readonly nonce: string
  /** What was just done, said once at the top. */
  readonly done?: string | undefined
  readonly errors: readonly FieldError[]
  /** Texts typed in a form that was not taken, by field. */
  readonly typed: Readonly<Record<string, string>>
}

/** A form of the follow page: posts to its own address with ticket and nonce. */
export function form(dress: Dress, view: FollowView, verb: string, content: Part): Html {
  return html`<form method="post" action="${to(dress, `/follow/${verb}`)}" novalidate autocomplete="off"><input type="hidden" name="ticket" value="${view.ticket}"><input type="hidden" name="nonce" value="${view.nonce}"><input type="hidden" name="version" value="${view.answer.demand.version}">${content}</form>`
}
