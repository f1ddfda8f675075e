import type { LineFacts } from '../campaign/facts.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import { wordsNameSomeone } from '../issued-words.ts'
import { strangeCut } from './clause-cut.ts'
import type { DirectiveCommand, DirectiveWords } from './command.ts'
import type { DirectiveEvent } from './event.ts'
import type { ChangeFacts, DraftFacts, FormFacts, IssueFacts, SupersedeFacts } from './facts.ts'
import { decideForm } from './form.ts'
import { mayOnDirective } from './may.ts'
import type { DirectiveState } from './state.ts'

type Of<K extends DirectiveCommand['kind']> = Extract<DirectiveCommand, { kind: K }>
type Decided = Decision<DirectiveEvent>
type Asked<K extends DirectiveCommand['kind'], F> = { readonly kind: K; readonly command: Of<K>; readonly facts: F }

/** A command on a directive that was drafted, together with its facts. */
export type AskedOfDirective =
  | Asked<'directive.change', ChangeFacts>
  | Asked<'directive.issue', IssueFacts>
  | Asked<'directive.supersede', SupersedeFacts>
  | Asked<'directive.withdraw', LineFacts>
  | Asked<'form.ask', FormFacts>
  | Asked<'form.refuse', FormFacts>
  | Asked<'form.attach', FormFacts>
  | Asked<'form.approve', FormFacts>

/**
 * Drafts a directive 意见 under a campaign of the unit or of one above. Refused: `not-allowed`, `unit.unknown`,
 * `campaign.unknown`, `directive.number-taken`, `clause.cut-misfit`, `clause.cut-unknown`, `words.names-someone`.
 */
export function draft(command: Of<'directive.draft'>, facts: DraftFacts): Decided {
  const { actor, path, campaignOf, numberTaken, knownCuts } = facts
  const answer = mayOnDirective(actor, command.kind, path)
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || path.length === 0) return refused('unit.unknown', { unit: command.unit })
  if (campaignOf === null || !path.includes(campaignOf)) return refused('campaign.unknown')
  if (numberTaken) return refused('directive.number-taken', { number: command.number })
  const { kind: _, unit, campaign, ...words } = command
  const wrong = strangeCut(words.clauses, knownCuts) ?? named(words)
  if (wrong) return wrong
  return accepted<DirectiveEvent>({ kind: 'DirectiveDrafted', body: { unit, path, campaign, ...words } })
}

/** Decides every command on a directive that was drafted. Refused, all of them: `not-allowed`, `not-found`. */
export function decide(state: DirectiveState, asked: AskedOfDirective): Decided {
  if (isOfForm(asked)) return decideForm(state, asked)
  const answer = mayOnDirective(asked.facts.actor, asked.kind, state.path)
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden') return refused('not-found')
  switch (asked.kind) {
    case 'directive.change':
      return change(state, asked.command, asked.facts)
    case 'directive.issue':
      return issue(state, asked.command, asked.facts)
    case 'directive.supersede':
      return supersede(state, asked.command, asked.facts)
    case 'directive.withdraw':
      if (state.state !== 'issued') return refused('directive.not-issued')
      return (
        wordsNameSomeone({ reason: asked.command.reason }) ??
        accepted<DirectiveEvent>({ kind: 'DirectiveWithdrawn', body: { reason: asked.command.reason } })
      )
  }
}

type OfForm = Extract<AskedOfDirective, { facts: FormFacts }>

function isOfForm(asked: AskedOfDirective): asked is OfForm {
  return asked.kind.startsWith('form.')
}

/** It goes to every union below, and on the public page. */
function named({ title, clauses }: Partial<DirectiveWords>) {
  return wordsNameSomeone({ title, clauses: clauses?.map(({ text }) => text) })
}

/**
 * Only a draft: what was issued stands as it was read. Refused: `directive.issued`, `directive.number-taken`,
 * `line.unchanged`, `clause.cut-misfit`, `clause.cut-unknown`, `words.names-someone`.
 */
function change(state: DirectiveState, command: Of<'directive.change'>, facts: ChangeFacts): Decided {
  if (state.state !== 'draft') return refused('directive.issued')
  const { kind: _, directive: __, ...asked } = command
  const keys = Object.keys(asked) as (keyof DirectiveWords)[]
  const told = keys.filter(
    (key) => asked[key] !== undefined && JSON.stringify(asked[key]) !== JSON.stringify(state[key]),
  )
  if (told.length === 0) return refused('line.unchanged')
  if (told.includes('number') && facts.numberTaken)
    return refused('directive.number-taken', { number: asked.number ?? '' })
  return (
    strangeCut(asked.clauses, facts.knownCuts) ??
    named(asked) ??
    accepted<DirectiveEvent>({
      kind: 'DirectiveChanged',
      body: Object.fromEntries(told.map((key) => [key, asked[key]])),
    })
  )
}

/** To the unit itself or one below: it and all below it receive. Refused: `directive.issued`, `unit.unknown`. */
function issue(state: DirectiveState, { unit }: Of<'directive.issue'>, { today, toPath }: IssueFacts): Decided {
  if (state.state !== 'draft') return refused('directive.issued')
  if (!toPath.includes(state.unit)) return refused('unit.unknown', { unit })
  return accepted<DirectiveEvent>({ kind: 'DirectiveIssued', body: { to: unit, on: today } })
}

/** Refused: `directive.not-issued`, `directive.unknown` (the other is not an issued one of the same unit, or is this one). */
function supersede(state: DirectiveState, command: Of<'directive.supersede'>, { successor }: SupersedeFacts): Decided {
  if (state.state !== 'issued') return refused('directive.not-issued')
  const fits = successor?.state === 'issued' && successor.unit === state.unit && successor.id !== state.id
  if (!fits) return refused('directive.unknown')
  return accepted<DirectiveEvent>({ kind: 'DirectiveSuperseded', body: { successor: command.successor } })
}
