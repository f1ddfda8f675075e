import type { Ending } from './event.ts'
import type { DemandFacts } from './facts.ts'
import type { DemandState } from './state.ts'

/** What a closing starts (§2.8): the right to reopen, the way to the archive, and the watch where an employer was named. */
export function endingOf(state: DemandState, facts: DemandFacts): Required<Ending> {
  const { now, times } = facts
  return { reopenUntil: times.reopenUntil(now), archiveAt: times.archiveAt(now), watchAt: watchOf(state, facts) }
}

/** What a withdrawal starts: the same, but what the worker took back is raised anew, not reopened. */
export function withdrawalOf(state: DemandState, facts: DemandFacts): Omit<Required<Ending>, 'reopenUntil'> {
  return { archiveAt: facts.times.archiveAt(facts.now), watchAt: watchOf(state, facts) }
}

function watchOf({ employer }: DemandState, { now, times, needs }: DemandFacts): Required<Ending>['watchAt'] {
  if (employer === null) return []
  const instants = times.watchAt(now)
  return needs.watchDays.flatMap((day, n) => {
    const at = instants[n]
    return at === undefined ? [] : [{ day, at }]
  })
}
