import type { ClassEvent, ClassPlanned, Learner } from './event.ts'

/** Whether a class is still to be worked with. */
export type ClassStatus = 'planned' | 'finished' | 'cancelled'

/** A class, folded from its events. */
export type ClassState = Omit<ClassPlanned, 'content'> & {
  readonly id: string
  readonly status: ClassStatus
  /** Content id of who trains, in words. */
  readonly trainer: string | null
  readonly learners: readonly Learner[]
  /** Hours by `account session`; marks of nothing are left out. */
  readonly marks: ReadonlyMap<string, number>
  /** Result of the examination by account. */
  readonly examined: ReadonlyMap<string, boolean>
  readonly finishedOn: string | null
  readonly completed: readonly string[]
}

/** Folds one event into the state; the first is always `ClassPlanned`. Reads no rule and no clock. */
export function evolve(before: ClassState | null, event: ClassEvent & { readonly stream: string }): ClassState {
  if (event.kind === 'ClassPlanned') return planned(event.body, event.stream)
  const state = before as ClassState
  switch (event.kind) {
    case 'ClassChanged':
      return { ...state, ...event.body }
    case 'ClassCancelled':
      return { ...state, status: 'cancelled' }
    case 'LearnersEnrolled':
      return { ...state, learners: [...state.learners, ...event.body.learners] }
    case 'LearnersTakenOff': {
      const gone = new Set(event.body.accounts)
      return { ...state, learners: state.learners.filter(({ account }) => !gone.has(account)) }
    }
    case 'SessionAttended': {
      const marks = new Map(state.marks)
      for (const { account, hours } of event.body.marks) {
        if (hours === 0) marks.delete(markKey(account, event.body.session))
        else marks.set(markKey(account, event.body.session), hours)
      }
      return { ...state, marks }
    }
    case 'ClassExamined': {
      const { accounts, passed } = event.body
      return { ...state, examined: new Map([...state.examined, ...accounts.map((each) => [each, passed] as const)]) }
    }
    case 'ClassFinished':
      return { ...state, status: 'finished', finishedOn: event.body.on, completed: event.body.completed }
  }
}

/** Where the hours of a person in a session stand in `marks`. */
export function markKey(account: string, session: number): string {
  return `${account} ${session}`
}

/** 学时 a person has in the class. */
export function hoursOf({ sessions, marks }: Pick<ClassState, 'sessions' | 'marks'>, account: string): number {
  return sessions.reduce((sum, { n }) => sum + (marks.get(markKey(account, n)) ?? 0), 0)
}

function planned({ content, ...body }: ClassPlanned, id: string): ClassState {
  return {
    ...{ ...body, id, status: 'planned', trainer: content?.trainer?.id ?? null, learners: [] },
    ...{ marks: new Map(), examined: new Map(), finishedOn: null, completed: [] },
  }
}
