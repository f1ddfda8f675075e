import type { TopicWords } from './topic-suggest.ts'

/** How the form of the worker's door helps (`rules/raise.yaml`). */
export type RaiseRules = {
  /** How long a phone keeps a form that was not submitted, in hours. */
  readonly draftHours: number
  /** Words by which a topic is suggested. */
  readonly topicWords: readonly TopicWords[]
}
