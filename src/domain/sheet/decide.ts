import { accepted, type Decision, refused } from '../decision.ts'
import type { FillSheet, MatchSheet, TakeSheet } from './command.ts'
import type { SheetEvent } from './event.ts'
import type { SheetFacts, TakeFacts } from './facts.ts'
import { mayOnSheet } from './may.ts'
import { sameHeader } from './propose.ts'
import type { SheetState } from './state.ts'

type Decided = Decision<SheetEvent>

/** A command on a table that was taken in, together with its facts. */
export type AskedOfSheet =
  | { readonly kind: 'sheet.match'; readonly command: MatchSheet; readonly facts: SheetFacts }
  | { readonly kind: 'sheet.fill'; readonly command: FillSheet; readonly facts: SheetFacts }

/**
 * Takes a table in (law 4: it is answered, not obeyed). Refused: `not-allowed`, `unit.unknown`, `line.day-ahead`,
 * `sheet.due`, `sheet.unreadable`, `sheet.too-large`, `sheet.unsafe`.
 */
export function takeSheet(command: TakeSheet, { actor, path, today, form }: TakeFacts): Decided {
  const answer = mayOnSheet(actor, command.kind, path)
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || path.length === 0) return refused('unit.unknown', { unit: command.unit })
  const { unit, title, from, askedOn, dueOn = null, name, file } = command
  if (askedOn > today) return refused('line.day-ahead')
  if (dueOn !== null && dueOn < askedOn) return refused('sheet.due')
  if (typeof form === 'object') return refused(`sheet.${form.fault}`)
  return accepted<SheetEvent>({
    kind: 'SheetTaken',
    body: { unit, path, title, from, askedOn, dueOn, form },
    seal: {
      file: { part: 'text', kind: 'sheet.file', value: file },
      name: { part: 'text', kind: 'sheet.name', value: name },
    },
  })
}

/** Decides every command on a table. Refused, all of them: `not-allowed`, `not-found`. */
export function decide(state: SheetState, asked: AskedOfSheet): Decided {
  const answer = mayOnSheet(asked.facts.actor, asked.kind, state.path)
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden') return refused('not-found')
  switch (asked.kind) {
    case 'sheet.match':
      return match(asked.command, asked.facts)
    case 'sheet.fill':
      return fill(state, asked.command, asked.facts)
  }
}

/** Refused: `sheet.months`, `sheet.column-twice`. */
function match({ kind: _, sheet: __, ...matched }: MatchSheet, { today }: SheetFacts): Decided {
  if (matched.fromMonth > matched.toMonth || matched.toMonth > today.slice(0, 7)) return refused('sheet.months')
  if (new Set(matched.columns.map(({ column }) => column)).size < matched.columns.length)
    return refused('sheet.column-twice')
  const columns = matched.columns.map((each) => ({ ...each, header: sameHeader(each.header) }))
  return accepted<SheetEvent>({ kind: 'SheetMatched', body: { ...matched, columns } })
}

/** Refused: `sheet.not-matched`. */
function fill(state: SheetState, command: FillSheet, { today }: SheetFacts): Decided {
  if (!state.matched) return refused('sheet.not-matched')
  return accepted<SheetEvent>({ kind: 'SheetFilled', body: { on: today, minutes: command.minutes ?? null } })
}
