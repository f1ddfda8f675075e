import { refused } from '../../domain/decision.ts'
import type { OpenContent } from '../../domain/demand/command.ts'
import { open } from '../../domain/demand/decide.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { targetOf } from '../../domain/demand/target.ts'
import { accessStreamOf, realmOfId } from '../../domain/id.ts'
import { may, type Verb } from '../../domain/reach.ts'
import { Fault } from '../fault.ts'
import type { Noun } from './noun.ts'
import { trainedFor } from './trained-for.ts'

/**
 * Who opened what. The stream stands beside the demand's own (the same id with the last bit set), so that reading a demand
 * never moves its version. Its state is nothing but the count of its events.
 */
export const accessNoun: Noun = {
  name: 'access',
  streams: (asked) => [asked.body.demand, accessStreamOf(asked.body.demand)],
  evolve: (state) => ((state as number | null) ?? 0) + 1,
  project: () => [],
  async decide(asked, desk) {
    const command: OpenContent = { kind: 'content.open', ...asked.body }
    if (realmOfId(command.demand) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const state = desk.state(command.demand, 'demand') as DemandState | null
    if (!state || asked.actor.kind !== 'staff') throw new Fault(404, 'not-found')
    const file = command.file === undefined ? null : state.files.find(({ id }) => id === command.file)
    // A voice is sealed with the identity, and heard by who reads the words: its worker gave name and voice to them.
    const verb: Verb = command.part === 'text' || file ? 'content.open.text' : 'content.open.identity'
    const answer = may(asked.actor, verb, targetOf(state))
    if (answer === 'hidden') throw new Fault(404, 'not-found')
    if (file === undefined || (file && (file.part !== command.part || state.erased.includes(file.part))))
      throw new Fault(404, 'not-found', { field: 'body.file' })
    const purposes = desk.context.rules.reasons.purpose
    if (!purposes.some((purpose) => purpose.code === command.purpose))
      throw new Fault(422, 'reason.unknown', { field: 'body.purpose' })
    const stream = accessStreamOf(command.demand)
    const gate = answer === 'yes' ? await trainedFor(asked.actor, desk) : 'ok'
    const stands = gate !== 'ok' && gate.mode === 'require'
    const decision =
      answer !== 'yes'
        ? refused('not-allowed', {})
        : stands
          ? refused('training.needed', { tag: gate.tag })
          : open(command, asked.actor)
    return {
      ...{ stream, noun: 'access', decision, subject: command.demand },
      wall: { demand: command.demand, post: asked.actor.post },
      ...(gate === 'ok' || stands ? {} : { result: { trainingNeeded: gate.tag } }),
    }
  },
}
