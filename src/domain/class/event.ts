import type { ContentRef } from '../decision.ts'
import type { UnitLevel } from '../topic.ts'

/** Events of a class. People are account ids, never names. */
export type ClassEvent =
  | { readonly kind: 'ClassPlanned'; readonly body: ClassPlanned }
  | { readonly kind: 'ClassChanged'; readonly body: ClassChanged }
  | { readonly kind: 'ClassCancelled'; readonly body: Readonly<Record<string, never>> }
  | { readonly kind: 'LearnersEnrolled'; readonly body: { readonly learners: readonly Learner[] } }
  | { readonly kind: 'LearnersTakenOff'; readonly body: { readonly accounts: readonly string[] } }
  | { readonly kind: 'SessionAttended'; readonly body: SessionAttended }
  | { readonly kind: 'ClassExamined'; readonly body: ClassExamined }
  | { readonly kind: 'ClassFinished'; readonly body: ClassFinished }

/** A session with the local day it is counted on. Instants ISO 8601 with the Chinese offset. */
export type Session = {
  readonly n: number
  readonly on: string
  readonly startAt: string
  readonly endAt: string
  readonly hours: number
}

/** A class with what its course was when it was planned: later changes of the course are of later classes. */
export type ClassPlanned = {
  readonly unit: number
  readonly path: readonly number[]
  readonly course: string
  readonly title: string
  readonly courseHours: number
  readonly tags: readonly string[]
  readonly exam: boolean
  readonly plan: string | null
  /** Period of the plan, both days included; null where it counts for none. */
  readonly period: { readonly fromOn: string; readonly toOn: string } | null
  readonly venue: string
  readonly seats: number
  readonly trainerPost: number | null
  readonly sessions: readonly Session[]
  /** Who trains, in words. */
  readonly content?: { readonly trainer?: ContentRef }
}

/** What is different from now on; what is left out stays. */
export type ClassChanged = Partial<Pick<ClassPlanned, 'venue' | 'seats' | 'sessions'>>

/** Somebody who was enrolled, with the post they are counted by: `path` is its unit and all above, itself first. */
export type Learner = {
  readonly account: string
  readonly path: readonly number[]
  readonly level: UnitLevel
  readonly fullTime: boolean
}

/** Hours of a session by person; 0 takes back what was marked before. `on`: local day of the session. */
export type SessionAttended = {
  readonly session: number
  readonly on: string
  readonly marks: readonly { readonly account: string; readonly hours: number }[]
}

/** Who passed the examination, or did not. */
export type ClassExamined = { readonly accounts: readonly string[]; readonly passed: boolean; readonly on: string }

/** Who completed the course: all its hours, and the examination where it has one. */
export type ClassFinished = { readonly on: string; readonly completed: readonly string[] }
