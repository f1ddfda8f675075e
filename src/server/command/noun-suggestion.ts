import { localDateOf } from '../../domain/calendar/local-time.ts'
import { addWorkingDays } from '../../domain/calendar/office-calendar.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import type { SuggestionCommand } from '../../domain/suggestion/command.ts'
import { opine, raise } from '../../domain/suggestion/decide.ts'
import { evolve, type RecordedSuggestionEvent } from '../../domain/suggestion/evolve.ts'
import type { SuggestionFacts } from '../../domain/suggestion/facts.ts'
import { mayOnSuggestion, opining } from '../../domain/suggestion/may.ts'
import type { SuggestionState } from '../../domain/suggestion/state.ts'
import { Fault } from '../fault.ts'
import { projectSuggestion } from '../projection/suggestion.ts'
import { randomTake } from '../random.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'
import { unitNamed } from './unit-named.ts'

/** Policy suggestions: born where they are raised, and acted on there by every level above, whatever realm it is of. */
export const suggestionNoun: Noun = {
  name: 'suggestion',
  streams: (asked) => (asked.kind === 'suggestion.raise' ? [] : [asked.body.suggestion]),
  evolve: (state, event) => evolve(state as SuggestionState | null, event as unknown as RecordedSuggestionEvent),
  project: projectSuggestion,
  decide: (asked, desk) => (asked.kind === 'suggestion.raise' ? decideRaise(asked, desk) : decideOpine(asked, desk)),
}

type Of<K extends SuggestionCommand['kind']> = Extract<SuggestionCommand, { kind: K }>

async function decideRaise(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command: Of<'suggestion.raise'> = { kind: 'suggestion.raise', ...asked.body }
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  const unit = await desk.context.directory.unit(desk.client, command.unit)
  const decision = unitNamed(
    raise(command, {
      ...(await common(asked, command.unit, desk)),
      unit: unit && { unit: unit.id, path: unit.path, realm: unit.realm },
      issueKnown: command.issue === undefined || (await reaches(command.issue, command.unit, desk)),
    }),
  )
  if (unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  return { stream, noun: 'suggestion', subject: stream, decision }
}

async function decideOpine(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command: Of<'suggestion.opine'> = { kind: 'suggestion.opine', ...asked.body }
  const stream = command.suggestion
  if (realmOfId(stream) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(stream, 'suggestion') as SuggestionState | null
  if (!state || mayOnSuggestion(asked.actor, 'suggestion.read', state) !== 'yes') throw new Fault(404, 'not-found')
  const facts = await common(asked, state.waits?.unit ?? state.unit, desk)
  return { stream, noun: 'suggestion', subject: stream, decision: opine(state, command, facts) }
}

/** The levels above a unit, and the day on which the next one's opinion would be due. */
async function common(asked: Asked, unit: number, { client, context, now }: BatchDesk): Promise<SuggestionFacts> {
  const { calendar, issues } = context.rules
  const today = localDateOf(now.getTime())
  const above = await context.directory.candidatesAbove(client, unit, { roles: opining })
  return { actor: asked.actor, today, dueOn: addWorkingDays(calendar, today, issues.opinionWorkingDays), above }
}

async function reaches(issue: string, unit: number, { client }: BatchDesk): Promise<boolean> {
  const { rows } = await client.query(
    'select from issue where realm = $1 and id = $2 and $3 = any (reach_units) and not ($3 = any (blocked_units))',
    [realmOfId(issue), issue, unit],
  )
  return rows.length > 0
}
