import { accepted, type Decision, refused } from '../decision.ts'
import type { TrainingFacts } from '../training/facts.ts'
import type { ClassCommand } from './command.ts'
import type { ClassEvent, Session } from './event.ts'
import { type ClassState, hoursOf } from './evolve.ts'

type Of<K extends ClassCommand['kind']> = Extract<ClassCommand, { kind: K }>

/**
 * Who was at a session. Later marks of the same person and session take the place of earlier ones. Refused: `class.over`,
 * `class.session-unknown`, `class.not-yet`, `class.hours`, `class.not-enrolled`.
 */
export function attend(state: ClassState, command: Of<'class.attend'>, { now }: TrainingFacts): Decision<ClassEvent> {
  if (state.status !== 'planned') return refused('class.over')
  const session = state.sessions.find(({ n }) => n === command.session)
  if (!session) return refused('class.session-unknown', { session: command.session })
  if (Date.parse(session.startAt) > now) return refused('class.not-yet')
  const { hours = session.hours } = command
  if (hours > session.hours) return refused('class.hours', { most: session.hours })
  const accounts = [...new Set(command.accounts)]
  const strange = accounts.find((account) => !isEnrolled(state, account))
  if (strange !== undefined) return refused('class.not-enrolled', { account: strange })
  return accepted<ClassEvent>(marked(session, new Map(accounts.map((account) => [account, hours]))))
}

/** A row of an attendance sheet as far as it could be read. `line` counts from 1, the heading included. */
export type SheetRow = {
  readonly line: number
  /** Account of whom it names; null where nobody is called so. */
  readonly account: string | null
  /** NaN where no number stands there. */
  readonly session: number
  /** The whole session where nothing stands there. */
  readonly hours: number | null
}

/** A row that is not taken: where, and which rule. */
export type RowFault = { readonly line: number; readonly column: SheetColumn; readonly why: SheetFault }
/** Columns of an attendance sheet. */
export type SheetColumn = 'who' | 'session' | 'hours'
/** What can be wrong with a row. */
export type SheetFault = 'unknown' | 'not-enrolled' | 'no-session' | 'not-yet' | 'not-a-number' | 'too-many' | 'twice'

/** Sorts the rows of a sheet into what is booked and what is named as wrong, the first fault of each row. */
export function readSheet(
  state: ClassState,
  rows: readonly SheetRow[],
  now: number,
): { readonly good: ReadonlyMap<number, ReadonlyMap<string, number>>; readonly faults: readonly RowFault[] } {
  const good = new Map<number, Map<string, number>>()
  const faults: RowFault[] = []
  for (const row of rows) {
    const session = state.sessions.find(({ n }) => n === row.session)
    const fault = faultOf(state, row, session, now) ?? twice(good, row)
    if (fault) faults.push({ line: row.line, ...fault })
    else if (session && row.account !== null) {
      const marks = good.get(session.n) ?? new Map<string, number>()
      good.set(session.n, marks.set(row.account, row.hours ?? session.hours))
    }
  }
  return { good, faults }
}

/**
 * Books the good rows of a sheet. Refused: `class.over`, and `class.rows` where a row is bad and all or nothing is asked, or
 * where no row is good; its parameter `list` names each as `line column why`.
 */
export function attendSheet(
  state: ClassState,
  rows: readonly SheetRow[],
  allOrNothing: boolean,
  { now }: TrainingFacts,
): Decision<ClassEvent> {
  if (state.status !== 'planned') return refused('class.over')
  const { good, faults } = readSheet(state, rows, now)
  if (good.size === 0 || (allOrNothing && faults.length > 0))
    return refused('class.rows', { rows: faults.length, list: faultList(faults) })
  const events = state.sessions.flatMap((session) => {
    const marks = good.get(session.n)
    return marks ? [marked(session, marks)] : []
  })
  return accepted<ClassEvent>(...events)
}

/** More faults than these are counted, not told: whoever sent the wrong file learns nothing from ten thousand. */
export const mostFaults = 200

/** Faults as one text: `2 who unknown; 5 hours too-many`. */
export function faultList(faults: readonly RowFault[]): string {
  return faults
    .slice(0, mostFaults)
    .map(({ line, column, why }) => `${line} ${column} ${why}`)
    .join('; ')
}

/**
 * The result of an examination, for a course that has one. Refused: `class.over`, `class.no-exam`, `class.not-enrolled`.
 */
export function examine(
  state: ClassState,
  { accounts, passed }: Of<'class.examine'>,
  { today }: TrainingFacts,
): Decision<ClassEvent> {
  if (state.status !== 'planned') return refused('class.over')
  if (!state.exam) return refused('class.no-exam')
  const each = [...new Set(accounts)]
  const strange = each.find((account) => !isEnrolled(state, account))
  if (strange !== undefined) return refused('class.not-enrolled', { account: strange })
  return accepted<ClassEvent>({ kind: 'ClassExamined', body: { accounts: each, passed, on: today } })
}

/** Ends a class whose last session began: who met the hours of the course, and passed, completed it. Refused: `class.over`, `class.not-yet`. */
export function finish(state: ClassState, { now, today }: TrainingFacts): Decision<ClassEvent> {
  if (state.status !== 'planned') return refused('class.over')
  if (state.sessions.some(({ startAt }) => Date.parse(startAt) > now)) return refused('class.not-yet')
  const whole = state.learners.filter(({ account }) => hoursOf(state, account) >= state.courseHours)
  const completed = whole.map(({ account }) => account).filter((each) => !state.exam || state.examined.get(each))
  return accepted<ClassEvent>({ kind: 'ClassFinished', body: { on: today, completed } })
}

function faultOf(
  state: ClassState,
  { account, session: n, hours }: SheetRow,
  session: Session | undefined,
  now: number,
): Omit<RowFault, 'line'> | null {
  if (account === null) return { column: 'who', why: 'unknown' }
  if (!isEnrolled(state, account)) return { column: 'who', why: 'not-enrolled' }
  if (Number.isNaN(n)) return { column: 'session', why: 'not-a-number' }
  if (!session) return { column: 'session', why: 'no-session' }
  if (Date.parse(session.startAt) > now) return { column: 'session', why: 'not-yet' }
  if (hours === null) return null
  if (Number.isNaN(hours) || hours < 0 || !Number.isInteger(hours * 2)) return { column: 'hours', why: 'not-a-number' }
  return hours > session.hours ? { column: 'hours', why: 'too-many' } : null
}

function twice(good: ReadonlyMap<number, ReadonlyMap<string, number>>, row: SheetRow): Omit<RowFault, 'line'> | null {
  return row.account !== null && good.get(row.session)?.has(row.account) ? { column: 'who', why: 'twice' } : null
}

function isEnrolled({ learners }: ClassState, account: string): boolean {
  return learners.some((each) => each.account === account)
}

function marked({ n, on }: Session, hours: ReadonlyMap<string, number>) {
  const marks = [...hours].map(([account, each]) => ({ account, hours: each }))
  return { kind: 'SessionAttended' as const, body: { session: n, on, marks } }
}
