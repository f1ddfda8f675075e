import { accepted, type Decision, type Refusal, refused } from '../decision.ts'
import type { OfficeCommand } from './command.ts'
import type { OfficeEvent } from './event.ts'
import type { DutyFacts, OfficeFacts } from './facts.ts'
import { mayOnOffice } from './may.ts'
import type { OfficeState } from './state.ts'

type Of<K extends OfficeCommand['kind']> = Extract<OfficeCommand, { kind: K }>
type Decided = Decision<OfficeEvent>

/** A command on an office, together with its facts. */
export type AskedOfOffice =
  | { readonly kind: 'duty.set'; readonly command: Of<'duty.set'>; readonly facts: DutyFacts }
  | { readonly kind: 'duty.clear'; readonly command: Of<'duty.clear'>; readonly facts: OfficeFacts }
  | { readonly kind: 'office.set-small'; readonly command: Of<'office.set-small'>; readonly facts: OfficeFacts }

const DAY_MS = 86_400_000

/** Decides every command on an office. Refused, all of them: `not-allowed`, `unit.unknown`. */
export function decide(state: OfficeState, asked: AskedOfOffice): Decided {
  const { actor, unit } = asked.facts
  switch (mayOnOffice(actor, asked.kind, unit?.path ?? [])) {
    case 'no':
      return refused('not-allowed')
    case 'hidden':
      return unknownUnit(asked.command)
    case 'yes':
      break
  }
  if (!unit) return unknownUnit(asked.command)
  switch (asked.kind) {
    case 'duty.set':
      return setDuty(state, asked.command, asked.facts)
    case 'duty.clear':
      return clearDuty(state, asked.command)
    case 'office.set-small':
      return setSmall(state, asked.command)
  }
}

// Out of reach reads like *there is none*.
function unknownUnit({ unit }: OfficeCommand): { readonly refused: Refusal } {
  return refused('unit.unknown', { unit })
}

/**
 * 值班: a post of the unit is on duty from one instant to another. One post is on duty once at a time; several posts may
 * be on duty together. Refused: `post.unknown`, `duty.order`, `duty.too-long`, `duty.overlap`.
 */
function setDuty(state: OfficeState, command: Of<'duty.set'>, { post, mostDays }: DutyFacts): Decided {
  const { unit } = command
  if (!post || post.unit !== unit) return refused('post.unknown', { post: command.post })
  const [from, to] = [Date.parse(command.from), Date.parse(command.to)]
  if (!(from < to)) return refused('duty.order')
  if (to - from > mostDays * DAY_MS) return refused('duty.too-long', { most: mostDays })
  // By the chain, not by the post: who took a post over took its duties over.
  const mine = state.duties.filter((duty) => duty.first === post.first)
  const over = mine.find((duty) => Date.parse(duty.from) < to && from < Date.parse(duty.to))
  if (over) return refused('duty.overlap', { entry: over.entry })
  const times = { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
  const body = { unit, entry: state.lastEntry + 1, post: command.post, first: post.first, ...times }
  return accepted<OfficeEvent>({ kind: 'DutySet', body })
}

/** Takes one entry off the roster. What was is kept by the ledger. Refused: `duty.unknown`. */
function clearDuty(state: OfficeState, { unit, entry }: Of<'duty.clear'>): Decided {
  if (!state.duties.some((duty) => duty.entry === entry)) return refused('duty.unknown', { entry })
  return accepted<OfficeEvent>({ kind: 'DutyCleared', body: { unit, entry } })
}

/** 小型工会 on or off (product law 10). What it was already is refused as `office.as-it-is`: an event must tell something. */
function setSmall(state: OfficeState, { unit, on }: Of<'office.set-small'>): Decided {
  if (state.small === on) return refused('office.as-it-is')
  return accepted<OfficeEvent>({ kind: 'SmallOfficeSet', body: { unit, on } })
}
