import type { SeatedUnit } from '../../domain/account/facts.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import type { PracticeCommand } from '../../domain/practice/command.ts'
import { adopt, describe, end } from '../../domain/practice/decide.ts'
import { evolve, type RecordedPracticeEvent } from '../../domain/practice/evolve.ts'
import type { PracticeState } from '../../domain/practice/state.ts'
import { Fault } from '../fault.ts'
import { projectPractice } from '../projection/practice.ts'
import { randomTake } from '../random.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'
import { unitNamed } from './unit-named.ts'

/** Practices: born where they are described; a union of any realm adopts one there. */
export const practiceNoun: Noun = {
  name: 'practice',
  streams: (asked) => (asked.kind === 'practice.describe' ? [] : [asked.body.practice]),
  evolve: (state, event) => evolve(state as PracticeState | null, event as unknown as RecordedPracticeEvent),
  project: projectPractice,
  decide: (asked, desk) => (asked.kind === 'practice.describe' ? decideDescribe(asked, desk) : decideOn(asked, desk)),
}

async function decideDescribe(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command: Extract<PracticeCommand, { kind: 'practice.describe' }> = { kind: 'practice.describe', ...asked.body }
  const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
  const unit = await seated(command.unit, desk)
  const where = await Promise.all((command.where ?? []).map((each) => seated(each, desk)))
  const { mostPlaces } = desk.context.rules.issues
  const decision = unitNamed(describe(command, { actor: asked.actor, unit, where, mostPlaces }))
  // Only now: a unit of another realm that is out of reach must read like one that is not there.
  if (unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  return { stream, noun: 'practice', subject: stream, decision }
}

async function decideOn(asked: Asked, desk: BatchDesk): Promise<Decided> {
  const command = { kind: asked.kind, ...asked.body } as Exclude<PracticeCommand, { kind: 'practice.describe' }>
  const stream = command.practice
  if (realmOfId(stream) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(stream, 'practice') as PracticeState | null
  if (!state) throw new Fault(404, 'not-found')
  const { actor } = asked
  const decision =
    command.kind === 'practice.end'
      ? end(state, { actor })
      : unitNamed(adopt(state, command, { actor, unit: await seated(command.unit, desk) }))
  return { stream, noun: 'practice', subject: stream, decision }
}

async function seated(id: number, { client, context }: BatchDesk): Promise<SeatedUnit | null> {
  const unit = await context.directory.unit(client, id)
  return unit && { unit: unit.id, path: unit.path, realm: unit.realm }
}
