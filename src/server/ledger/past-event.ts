/** An event as deciders and projections see it. */
export type PastEvent = {
  readonly realm: number
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly noun: string
  readonly kind: string
  // biome-ignore lint/suspicious/noExplicitAny: bodies are typed by the noun that wrote them; the ledger holds any of them
  readonly body: any
  readonly actor: string
  /** Version of the rules the body was computed by. */
  readonly rules: string
  /** ISO 8601 UTC. */
  readonly at: string
}
