import type { CourseEvent, CourseOffered } from './event.ts'

/** A course, folded from its events. */
export type CourseState = CourseOffered & { readonly id: string; readonly retired: boolean }

/** Folds one event into the state; the first is always `CourseOffered`. Reads no rule and no clock. */
export function evolve(state: CourseState | null, event: CourseEvent & { readonly stream: string }): CourseState {
  switch (event.kind) {
    case 'CourseOffered':
      return { ...event.body, id: event.stream, retired: false }
    case 'CourseChanged':
      return { ...(state as CourseState), ...event.body }
    case 'CourseRetired':
      return { ...(state as CourseState), retired: true }
  }
}
