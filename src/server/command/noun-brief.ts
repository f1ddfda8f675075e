import type { BriefCommand } from '../../domain/brief/command.ts'
import { decide, deliver } from '../../domain/brief/decide.ts'
import { evolve, type RecordedBriefEvent } from '../../domain/brief/evolve.ts'
import type { BriefState } from '../../domain/brief/state.ts'
import { streamBeside } from '../../domain/derived-stream.ts'
import { realmOfId } from '../../domain/id.ts'
import { Fault } from '../fault.ts'
import { projectBrief } from '../projection/line.ts'
import { directiveStateOf, malformed } from './line-facts.ts'
import type { Asked, Noun } from './noun.ts'

/** Briefs: a directive as one unit has it. One stream per directive and unit, whose id follows from both. */
export const briefNoun: Noun = {
  name: 'brief',
  streams: (asked) => [briefStream(asked)],
  evolve: (state, event) => evolve(state as BriefState | null, event as unknown as RecordedBriefEvent),
  project: projectBrief,
  async decide(asked, desk) {
    const command = { kind: asked.kind, ...asked.body } as BriefCommand
    const stream = briefStream(asked)
    const common = { stream, noun: 'brief', subject: stream }
    const state = desk.state(stream, 'brief') as BriefState | null
    // Path and clauses came with the command: a cascade of a hundred thousand must not ask for them one by one.
    if (command.kind === 'brief.deliver') return { ...common, decision: deliver(state, command) }
    if (!state) throw new Fault(404, 'not-found')
    const inForce = (await directiveStateOf(command.directive, desk)) === 'issued'
    return { ...common, decision: malformed(decide(state, command, { actor: asked.actor, inForce })) }
  },
}

function briefStream({ id, body }: Asked): string {
  return streamBeside('brief', body.directive, realmOfId(id), body.unit)
}
