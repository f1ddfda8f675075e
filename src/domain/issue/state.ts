import type { Cluster, IssueOpened } from './event.ts'

/** A task under the plan of an issue. Days are local. */
export type IssueTask = {
  readonly task: number
  readonly unit: number
  readonly path: readonly number[]
  readonly until: string
  readonly doneOn: string | null
}

/** A common issue, folded from its events. */
export type IssueState = {
  readonly id: string
  readonly unit: number
  readonly path: readonly number[]
  readonly topic: string
  readonly title: string
  readonly employer: number | null
  readonly region: string | null
  /** It is common at an agency 派遣机构: it hires out, the work is done elsewhere. */
  readonly agency: boolean
  readonly cluster: Cluster | null
  readonly blocked: readonly number[]
  /** Instants, ISO 8601 UTC. It is closed while `closedAt` is set. */
  readonly openedAt: string
  readonly closedAt: string | null
  readonly reason: string | null
  readonly owner: { readonly unit: number; readonly path: readonly number[]; readonly post: number | null } | null
  /** The day the plan runs to. */
  readonly planUntil: string | null
  readonly tasks: readonly IssueTask[]
  /** Ids of what is sealed, by what it is: `goal`, `plan`, `closing`, `reopening`, `task:1`, `done:1`. */
  readonly texts: Readonly<Record<string, string>>
}

/** Who has it, at and above: the unit that opened it, its owner, and whoever has a task; sorted. */
export function reachOf({ path, owner, tasks }: IssueState): readonly number[] {
  const all = [...path, ...(owner?.path ?? []), ...tasks.flatMap((task) => task.path)]
  return [...new Set(all)].sort((a, b) => a - b)
}

/** An issue as it stands after it was opened. */
export function opened(id: string, at: string, body: IssueOpened): IssueState {
  const nothing = { closedAt: null, reason: null, owner: null, planUntil: null, tasks: [], texts: {} }
  return { id, ...body, agency: body.agency === true, openedAt: at, ...nothing }
}
