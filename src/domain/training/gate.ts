import type { Role } from '../actor.ts'
import type { LocalDate } from '../calendar/local-time.ts'
import type { TrainedBefore } from './rules.ts'

/** What is known of the person who wants to open a case. */
export type Trained = {
  /** Day their first post of the role began, whoever held it before them. */
  readonly since: LocalDate
  /** Tags of courses they passed. */
  readonly passed: ReadonlySet<string>
}

/** `ok`; or the course that is still to be passed, and whether it is only said or stands in the way. */
export type GateAnswer = 'ok' | { readonly mode: 'warn' | 'require'; readonly tag: string }

/** The lines that ask something of a role on a day: without one nothing has to be looked up. */
export function askedOf(before: readonly TrainedBefore[], role: Role, today: LocalDate): readonly TrainedBefore[] {
  return before.filter((line) => line.role === role && line.from <= today)
}

/** Whether the person may open a case: a new holder of the role passes the course first (domain §6). */
export function mayOpenCases(lines: readonly TrainedBefore[], { since, passed }: Trained): GateAnswer {
  const open = lines.filter(({ tag, from }) => since >= from && !passed.has(tag))
  const first = open.find(({ mode }) => mode === 'require') ?? open[0]
  return first ? { mode: first.mode, tag: first.tag } : 'ok'
}
