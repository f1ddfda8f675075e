/** What decides the limits of a demand: codes of the rules. A consultation is due sooner than its class says (§2.7). */
export type DemandClass = { readonly urgency: string; readonly difficulty: string; readonly nature: string | null }

/**
 * Time limits as the deciders ask for them; made from the dated rules and the office calendar (`limit.ts`). Every
 * function takes and gives ISO 8601 instants in UTC. Kept as functions so that a decider reads like the regulation.
 */
export type Times = {
  /** Triage clock from the instant of submission (§2.7, *Times not named above*). */
  readonly triageDue: (urgency: string, submittedAt: string) => string
  /** First contact, counted from submission. */
  readonly contactDue: (of: DemandClass, submittedAt: string) => string
  /** Answer due, fixed once at triage, counted from submission: the day of submission is not counted. */
  readonly answerDue: (of: DemandClass, submittedAt: string) => string
  /** Reopened: half the class limit, at least one working day, from the reopening (§2.6). */
  readonly reopenDue: (of: DemandClass, reopenedAt: string) => string
  /** How long the callback may stay open after the due instant (§2.7: closes 10 working days later). */
  readonly callbackDue: (answeredAt: string, dueAt: string) => string
}
