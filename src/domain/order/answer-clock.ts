import type { Times } from '../times.ts'
import type { AnswerClock } from './event.ts'

/** What follows from an answer due that was fixed or moved at `from`: when the head is warned and when it is supervised (§2.6). */
export function answerClock(from: string, dueAt: string, times: Times): AnswerClock {
  return { dueAt, warnAt: times.warnAt(from, dueAt), superviseAt: times.superviseAt(dueAt) }
}

/** The earlier of two instants, ISO 8601 in UTC. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other
}

/** The later of two instants. */
export function later(one: string, other: string): string {
  return one > other ? one : other
}
