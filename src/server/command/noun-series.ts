import { makeId } from '../../domain/id.ts'
import { open, type SeriesCommand } from '../../domain/series/decide.ts'
import { evolve, type SeriesState } from '../../domain/series/state.ts'
import { Fault } from '../fault.ts'
import { projectSeries } from '../projection/news.ts'
import { randomTake } from '../random.ts'
import { seatOf, unknownTopic } from './news-facts.ts'
import type { Decided, Noun } from './noun.ts'

/** A series of articles: opened once. */
export const seriesNoun: Noun = {
  name: 'series',
  streams: () => [],
  evolve: (state, event) => evolve(state as SeriesState | null, event as unknown as Parameters<typeof evolve>[1]),
  project: projectSeries,
  async decide(asked, desk): Promise<Decided> {
    const command: SeriesCommand = { kind: 'series.open', ...asked.body }
    const unit = await seatOf(desk, command.unit)
    const topicUnknown = unknownTopic(desk, command.topic === undefined ? [] : [command.topic])
    const decision = open(command, { actor: asked.actor, unit, topicUnknown })
    if ('refused' in decision && decision.refused.code === 'unit.unknown')
      throw new Fault(422, 'unit.unknown', { field: 'body.unit', params: decision.refused.params })
    if (unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
    return { stream, noun: 'series', subject: stream, decision }
  },
}
