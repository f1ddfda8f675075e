import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant } from '../unit-grants.ts'
import type { IssueVerb } from './command.ts'
import { type IssueState, reachOf } from './state.ts'

const serving = ['head', 'organiser', 'triage', 'handler'] as const
const leading = ['head', 'organiser'] as const
/** Who reads statistics of everything below (domain §3). */
const counting = ['head', 'organiser', 'triage'] as const

/**
 * Who may do what with a common issue, at the unit that opened it. Whoever may read statistics there opens one; the head
 * and the leading group's office dispose of it; it is read by whoever has it and by every level above.
 */
export const issueGrants: readonly UnitGrant<IssueVerb>[] = [
  ...serving.map((role) => ({ role, verb: 'issue.read', reach: 'subtree' }) as const),
  ...counting.flatMap((role) => [
    { role, verb: 'issue.open', reach: 'own' } as const,
    { role, verb: 'cluster.read', reach: 'subtree' } as const,
  ]),
  ...leading.flatMap((role) =>
    (['issue.own', 'issue.plan', 'issue.task', 'issue.task-done', 'issue.close', 'issue.reopen'] as const).map(
      (verb) => ({ role, verb, reach: 'own' }) as const,
    ),
  ),
]

/** What the unit that owns an issue may do with it: plan it, give tasks, say that one is done. */
export const issueOwnerGrants: readonly UnitGrant<IssueVerb>[] = serving.flatMap((role) =>
  (['issue.plan', 'issue.task', 'issue.task-done'] as const).map((verb) => ({ role, verb, reach: 'own' }) as const),
)

/** What a unit with a task may do: say that it is done. */
export const issueTaskGrants: readonly UnitGrant<IssueVerb>[] = serving.map(
  (role) => ({ role, verb: 'issue.task-done', reach: 'own' }) as const,
)

/** What the table looks at: a state, or a row of the projection. */
export type IssueTarget = Pick<IssueState, 'path' | 'blocked' | 'closedAt' | 'owner' | 'tasks'>

/** Whether the actor may use the verb on an issue that is there; `task` where it is about one task. */
export function mayOnIssue(actor: Actor, verb: IssueVerb, issue: IssueTarget, task?: number): UnitAnswer {
  const reach = reachOf(issue as IssueState)
  if (actor.kind === 'staff' && issue.blocked.includes(actor.unit)) return 'hidden'
  if (mayAtUnit(issueGrants, actor, 'issue.read', reach) !== 'yes') return 'hidden'
  if (mayAtUnit(issueGrants, actor, verb, verb === 'issue.read' ? reach : issue.path) === 'yes') return 'yes'
  if (issue.owner && mayAtUnit(issueOwnerGrants, actor, verb, issue.owner.path) === 'yes') return 'yes'
  const tasks = issue.tasks.filter((each) => each.doneOn === null && (task === undefined || each.task === task))
  return tasks.some(({ path }) => mayAtUnit(issueTaskGrants, actor, verb, path) === 'yes') ? 'yes' : 'no'
}

const whileOpen = ['issue.own', 'issue.plan', 'issue.task', 'issue.task-done', 'issue.close'] as const

/** The verbs the actor may use on an issue now: exactly the buttons of its row and page. */
export function issueVerbs(actor: Actor, issue: IssueTarget): readonly IssueVerb[] {
  const verbs: readonly IssueVerb[] = issue.closedAt === null ? whileOpen : ['issue.reopen']
  const waits = issue.tasks.some(({ doneOn }) => doneOn === null)
  return verbs.filter((verb) => (verb !== 'issue.task-done' || waits) && mayOnIssue(actor, verb, issue) === 'yes')
}

/** Whether the post reads common issues at all. */
export function readsIssues(actor: Actor): boolean {
  return actor.kind === 'staff' && mayAtUnit(issueGrants, actor, 'issue.read', [actor.unit]) === 'yes'
}
