/**
 * What a decider answers. A decider is a pure function `(state, command, facts) → Decision`: no clock, no database, no
 * throw. `accepted` carries the events that follow, `refused` a code of `protocol/refusal.ts` with its parameters.
 */

/** A sentence, name or file that must be sealed: it never enters an event; the pipeline puts a commitment there instead. */
export type Sealed = {
  /** Which key seals it: the claimant's identity, or what was said. They are erased apart. */
  readonly part: 'identity' | 'text'
  /** What it is, e.g. `demand.text`, `identity`, `message`. */
  readonly kind: string
  /** Plain value; JSON for structured values such as an identity. */
  readonly value: string
}

/** What stands in an event where sealed content belongs to it. `commitment` is base64 of SHA-256(salt, value). */
export type ContentRef = { readonly id: string; readonly part: 'identity' | 'text'; readonly commitment: string }

/** An event a decider asks for; `seal` maps slots of `body.content` to plain values that the pipeline seals. */
export type Draft<E extends { kind: string; body: object }> = E extends unknown
  ? {
      readonly kind: E['kind']
      readonly body: Omit<E['body'], 'content'>
      readonly seal?: Readonly<Record<string, Sealed>>
    }
  : never

/** Accepted with the events that follow, or refused with a code a person can act on. */
export type Decision<E extends { kind: string; body: object }> =
  | { readonly accepted: readonly Draft<E>[] }
  | { readonly refused: Refusal }

/** A refusal by a rule: code of the catalogue in `protocol/refusal.ts`, and what the text needs. */
export type Refusal = { readonly code: string; readonly params: Readonly<Record<string, string | number>> }

/** The events that follow from an accepted command. */
export function accepted<E extends { kind: string; body: object }>(...events: Draft<E>[]): Decision<E> {
  return { accepted: events }
}

/** A rule says no; `params` fill the text of the code. */
export function refused(code: string, params: Refusal['params'] = {}): { readonly refused: Refusal } {
  return { refused: { code, params } }
}
