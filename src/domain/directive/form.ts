import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import type { FormCommand } from './command.ts'
import type { DirectiveEvent } from './event.ts'
import type { FormFacts } from './facts.ts'
import { mayOnDirective } from './may.ts'
import type { DirectiveState } from './state.ts'

/**
 * New forms are not sent down (law 4, domain §0.9). Refused: `not-allowed`, `unit.unknown` (out of reach, or the directive
 * does not go there), `directive.not-issued`, `form.needs-approval` (nobody of province level or above has named the law),
 * `form.approved-before`, `form.attached-before`, `words.names-someone`.
 */
export function decideForm(
  state: DirectiveState,
  { command, facts }: { readonly command: FormCommand; readonly facts: FormFacts },
): Decision<DirectiveEvent> {
  const { kind, unit, title } = command
  const answer = mayOnDirective(facts.actor, kind, facts.path)
  if (answer === 'no') return refused('not-allowed')
  // The unit must be the one that issued, or one that has it in hand.
  const holds = unit === state.unit || (state.to !== null && facts.path.includes(state.to))
  if (answer === 'hidden' || !holds) return refused('unit.unknown', { unit })
  if (state.state !== 'issued') return refused('directive.not-issued')
  const known = state.approved.find((form) => form.unit === unit && form.title === title)
  switch (kind) {
    case 'form.attach':
      if (!known) return refused('form.needs-approval')
      if (state.attached.some((form) => form.unit === unit && form.title === title))
        return refused('form.attached-before')
      return accepted<DirectiveEvent>({ kind: 'FormAttached', body: known })
    case 'form.approve': {
      if (!facts.highEnough) return refused('not-allowed')
      if (known) return refused('form.approved-before')
      const { legalBasis } = command
      return (
        wordsNameSomeone({ title, legalBasis }) ??
        accepted<DirectiveEvent>({ kind: 'FormApproved', body: { unit, title, legalBasis } })
      )
    }
  }
}
