import { localDateOf } from '../calendar/local-time.ts'
import type { IssueEvent } from './event.ts'
import { type IssueState, opened } from './state.ts'

/** An event of an issue as it stands in the ledger. */
export type RecordedIssueEvent = IssueEvent & { readonly stream: string; readonly at: string }

/** Folds one event into the state; the first opens it. Reads no rule and no clock. */
export function evolve(state: IssueState | null, event: RecordedIssueEvent): IssueState {
  if (event.kind === 'IssueOpened') return opened(event.stream, event.at, event.body)
  if (!state) throw new Error(`an issue begins with ${event.kind}`)
  switch (event.kind) {
    case 'IssueOwned': {
      const { unit, path, post } = event.body
      return { ...state, owner: { unit, path, post } }
    }
    case 'IssuePlanned':
      return {
        ...state,
        planUntil: event.body.until,
        texts: { ...state.texts, goal: event.body.content.goal.id, plan: event.body.content.text.id },
      }
    case 'IssueTasked': {
      const { task, unit, path, until, content } = event.body
      const texts = { ...state.texts, [`task:${task}`]: content.what.id }
      return { ...state, texts, tasks: [...state.tasks, { task, unit, path, until, doneOn: null }] }
    }
    case 'IssueTaskDone': {
      const doneOn = localDateOf(Date.parse(event.at))
      const { task: done, content } = event.body
      return {
        ...state,
        texts: content ? { ...state.texts, [`done:${done}`]: content.text.id } : state.texts,
        tasks: state.tasks.map((task) => (task.task === done ? { ...task, doneOn } : task)),
      }
    }
    case 'IssueClosed':
      return { ...state, closedAt: event.at, reason: event.body.reason, texts: closing(state, event.body.content) }
    case 'IssueReopened':
      return {
        ...state,
        closedAt: null,
        reason: null,
        texts: { ...state.texts, reopening: event.body.content.text.id },
      }
  }
}

/** Each closing has its own words, or none. */
function closing({ texts }: IssueState, content: { readonly text: { readonly id: string } } | undefined) {
  const { closing: _, ...others } = texts
  return content ? { ...others, closing: content.text.id } : others
}
