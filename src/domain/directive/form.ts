import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { FormCommand } from './command.ts'
import type { DirectiveEvent } from './event.ts'
import { isWaiting } from './evolve.ts'
import type { FormFacts } from './facts.ts'
import { mayOnDirective } from './may.ts'
import type { DirectiveState } from './state.ts'

type Decided = Decision<DirectiveEvent>
type Of<K extends FormCommand['kind']> = Extract<FormCommand, { kind: K }>

/**
 * New forms are not sent down (law 4, domain §0.9): who wants one asks, and a union of province level or above answers.
 * Refused, all of them: `not-allowed`, `unit.unknown` (out of reach, or the directive does not go there),
 * `directive.not-issued`.
 */
export function decideForm(
  state: DirectiveState,
  { command, facts }: { readonly command: FormCommand; readonly facts: FormFacts },
): Decided {
  const { kind, unit } = command
  const answer = mayOnDirective(facts.actor, kind, facts.path)
  if (answer === 'no') return refused('not-allowed')
  // The unit must be the one that issued, or one that has it in hand.
  const holds = unit === state.unit || (state.to !== null && facts.path.includes(state.to))
  if (answer === 'hidden' || !holds) return refused('unit.unknown', { unit })
  if (state.state !== 'issued') return refused('directive.not-issued')
  switch (kind) {
    case 'form.ask':
      return ask(state, command, facts)
    case 'form.attach':
      return attach(state, command)
    case 'form.approve':
      return approve(state, command, facts)
    case 'form.refuse':
      return refuse(state, command, facts)
  }
}

/**
 * Refused: `form.approved-before`, `form.asked-before` (an answer is waited for), `form.nobody-to-ask` (no union of province
 * level or above has a post that could answer), `words.names-someone`. After a refusal it may be asked for again.
 */
function ask(state: DirectiveState, { unit, title, why }: Of<'form.ask'>, facts: FormFacts): Decided {
  if (approved(state, { unit, title })) return refused('form.approved-before')
  if (state.asked.some((form) => isWaiting(form, { unit, title }))) return refused('form.asked-before')
  const { path, approver, today: on } = facts
  if (approver === null) return refused('form.nobody-to-ask')
  return (
    wordsNameSomeone({ title, why }) ??
    accepted<DirectiveEvent>({ kind: 'FormAsked', body: { unit, path, title, why, approver, on } })
  )
}

/** Refused: `form.needs-approval` (nobody of province level or above has named the law), `form.attached-before`. */
function attach(state: DirectiveState, { unit, title }: Of<'form.attach'>): Decided {
  const known = approved(state, { unit, title })
  if (!known) return refused('form.needs-approval')
  if (state.attached.some((form) => form.unit === unit && form.title === title)) return refused('form.attached-before')
  return accepted<DirectiveEvent>({ kind: 'FormAttached', body: known })
}

/** Whether it was asked for or not. Refused: `not-allowed` (too low a level), `form.approved-before`, `words.names-someone`. */
function approve(state: DirectiveState, { unit, title, legalBasis }: Of<'form.approve'>, facts: FormFacts): Decided {
  if (!facts.highEnough) return refused('not-allowed')
  if (approved(state, { unit, title })) return refused('form.approved-before')
  const { by, today: on } = facts
  return (
    wordsNameSomeone({ title, legalBasis }) ??
    accepted<DirectiveEvent>({ kind: 'FormApproved', body: { unit, title, legalBasis, by, on } })
  )
}

/** Refused: `not-allowed` (too low a level), `form.not-asked` (no answer to it is waited for), `words.names-someone`. */
function refuse(state: DirectiveState, { unit, title, reason }: Of<'form.refuse'>, facts: FormFacts): Decided {
  if (!facts.highEnough) return refused('not-allowed')
  if (!state.asked.some((form) => isWaiting(form, { unit, title }))) return refused('form.not-asked')
  const { by, today: on } = facts
  return (
    wordsNameSomeone({ reason }) ??
    accepted<DirectiveEvent>({ kind: 'FormRefused', body: { unit, title, reason, by, on } })
  )
}

function approved(state: DirectiveState, { unit, title }: { readonly unit: number; readonly title: string }) {
  return state.approved.find((form) => form.unit === unit && form.title === title)
}
