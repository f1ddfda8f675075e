import type { ArticleFacts } from '../article/facts.ts'
import { mayPublish } from '../article/may.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import type { SeriesEvent } from './event.ts'

/** `series.open`: a series of parts, for the union `unit`. */
export type SeriesCommand = {
  readonly kind: 'series.open'
  readonly unit: number
  readonly title: string
  readonly topic?: string | undefined
}

/** Opens a series. Refused: `not-allowed`, `unit.unknown`, `news-topic.unknown`. */
export function open(
  command: SeriesCommand,
  { actor, unit, topicUnknown }: Pick<ArticleFacts, 'actor' | 'unit' | 'topicUnknown'>,
): Decision<SeriesEvent> {
  const answer = mayPublish(actor, 'series.open', unit?.path ?? [])
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || !unit) return refused('unit.unknown', { unit: command.unit })
  if (topicUnknown !== null) return refused('news-topic.unknown', { topic: topicUnknown })
  const body = { unit: unit.unit, path: unit.path, title: command.title, topic: command.topic ?? null }
  return accepted<SeriesEvent>({ kind: 'SeriesOpened', body })
}
