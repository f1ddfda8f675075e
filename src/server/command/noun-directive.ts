import { approvesForms } from '../../domain/directive/approves-forms.ts'
import type { Clause, DirectiveCommand } from '../../domain/directive/command.ts'
import { type AskedOfDirective, decide, draft } from '../../domain/directive/decide.ts'
import { evolve, type RecordedDirectiveEvent } from '../../domain/directive/evolve.ts'
import { formAnswerers } from '../../domain/directive/may.ts'
import type { DirectiveState } from '../../domain/directive/state.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import { Fault } from '../fault.ts'
import { projectDirective } from '../projection/line.ts'
import { randomTake } from '../random.ts'
import { knownCuts } from './known-cuts.ts'
import { campaignOf, lineFacts, malformed, mustBeOfRealm, unitOf } from './line-facts.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'

type Draft = Extract<DirectiveCommand, { kind: 'directive.draft' }>

/** Directives 意见: one stream each, with the forms that were asked for under it. */
export const directiveNoun: Noun = {
  name: 'directive',
  streams: ({ kind, body }) => {
    if (kind === 'directive.draft') return []
    // Both of one unit, so both of one realm; the other is only looked at.
    return kind === 'directive.supersede' ? [body.directive, body.successor] : [body.directive]
  },
  evolve: (state, event) => evolve(state as DirectiveState | null, event as unknown as RecordedDirectiveEvent),
  project: projectDirective,
  decide: (asked, desk) => (asked.kind === 'directive.draft' ? decideDraft(asked, desk) : decideOn(asked, desk)),
}

async function decideDraft(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: 'directive.draft', ...asked.body } as Draft
  const unit = await unitOf(command.unit, desk)
  const decision = draft(command, {
    ...lineFacts(asked.actor, desk),
    path: unit?.path ?? [],
    campaignOf: await campaignOf(command.campaign, desk),
    numberTaken: await isTaken(command.number, command.unit, null, desk),
    knownCuts: await knownCuts(cutsOf(command.clauses), unit?.path ?? [], desk),
  })
  const told = malformed(decision)
  mustBeOfRealm(unit, desk)
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  return { stream, noun: 'directive', subject: stream, decision: told }
}

async function decideOn(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: asked.kind, ...asked.body } as Exclude<DirectiveCommand, Draft>
  const { directive } = command
  if (realmOfId(directive) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(directive, 'directive') as DirectiveState | null
  if (!state) throw new Fault(404, 'not-found')
  const facts = { ...lineFacts(asked.actor, desk), ...(await moreFacts(command, state, asked, desk)) }
  const decision = decide(state, { kind: command.kind, command, facts } as AskedOfDirective)
  return { stream: directive, noun: 'directive', subject: directive, decision: malformed(decision) }
}

async function moreFacts(
  command: Exclude<DirectiveCommand, Draft>,
  state: DirectiveState,
  { actor }: Asked,
  desk: BatchDesk,
): Promise<object> {
  switch (command.kind) {
    case 'directive.change': {
      const { number } = command
      return {
        numberTaken: number !== undefined && (await isTaken(number, state.unit, state.id, desk)),
        knownCuts: await knownCuts(cutsOf(command.clauses ?? []), state.path, desk),
      }
    }
    case 'directive.issue':
      return { toPath: (await unitOf(command.unit, desk))?.path ?? [] }
    case 'directive.supersede':
      return { successor: desk.state(command.successor, 'directive') as DirectiveState | null }
    case 'directive.withdraw':
      return {}
    case 'form.ask':
    case 'form.attach':
    case 'form.approve':
    case 'form.refuse': {
      const acting = actor.kind === 'staff' ? await unitOf(actor.unit, desk) : null
      const path = (await unitOf(command.unit, desk))?.path ?? []
      return {
        path,
        highEnough: acting !== null && approvesForms(acting.level, desk.context.rules.unitLevels),
        by: acting?.id ?? 0,
        approver: command.kind === 'form.ask' ? await approverOf(path, desk) : null,
      }
    }
  }
}

function cutsOf(clauses: readonly Clause[]): readonly (string | null)[] {
  return clauses.map(({ cut }) => cut)
}

async function isTaken(number: string, unit: number, by: string | null, { client, realm }: BatchDesk) {
  const { rowCount } = await client.query(
    'select from directive where realm = $1 and unit = $2 and number = $3 and ($4::uuid is null or id <> $4) limit 1',
    [realm, unit, number, by],
  )
  return rowCount === 1
}

/** The nearest of these units, themselves first, whose word lets a form go down and where somebody can give it. */
async function approverOf(path: readonly number[], { client, context }: BatchDesk): Promise<number | null> {
  const { rows } = await client.query<{ id: number; level: string }>(
    `select u.id, u.level from unit u where u.id = any ($1)
       and exists (select from post p where p.unit = u.id and p.role = any ($2) and p.valid_to is null)
     order by array_position($1, u.id)`,
    [path, formAnswerers],
  )
  return rows.find(({ level }) => approvesForms(level, context.rules.unitLevels))?.id ?? null
}
