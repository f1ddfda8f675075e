import { accessStreamOf, realmOfId } from '../../domain/id.ts'
import { leaveReading, type RecordReading } from '../../domain/reading/leave.ts'
import { Fault } from '../fault.ts'
import type { Noun } from './noun.ts'

/**
 * Who opened the sealed words of whatever is no demand: the companion stream of its own (the last bit set), so that reading
 * never moves the version of what is read. Its state is nothing but the count of its events.
 */
export const readingNoun: Noun = {
  name: 'reading',
  streams: (asked) => [accessStreamOf(asked.body.of)],
  evolve: (state) => ((state as number | null) ?? 0) + 1,
  project: () => [],
  async decide(asked, desk) {
    const body = asked.body as RecordReading
    if (asked.actor.kind !== 'system' || realmOfId(body.of) !== desk.realm) throw new Fault(404, 'not-found')
    return { stream: accessStreamOf(body.of), noun: 'reading', subject: body.of, decision: leaveReading(body) }
  },
}
