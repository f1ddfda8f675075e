import { accepted, type Decision, refused } from '../decision.ts'
import { findPersonal } from '../mask.ts'
import { mayAtUnit } from '../unit-grants.ts'
import type { IssueCommand } from './command.ts'
import type { IssueEvent } from './event.ts'
import type { CloseFacts, IssueFacts, OpenFacts, UnitFacts } from './facts.ts'
import { issueGrants, mayOnIssue } from './may.ts'
import type { IssueState } from './state.ts'

type Of<K extends IssueCommand['kind']> = Extract<IssueCommand, { kind: K }>
type Decided = Decision<IssueEvent>

/** A command on an issue that is there, together with its facts. */
export type AskedOfIssue =
  | { readonly kind: 'issue.own'; readonly command: Of<'issue.own'>; readonly facts: UnitFacts }
  | { readonly kind: 'issue.plan'; readonly command: Of<'issue.plan'>; readonly facts: IssueFacts }
  | { readonly kind: 'issue.task'; readonly command: Of<'issue.task'>; readonly facts: UnitFacts }
  | { readonly kind: 'issue.task-done'; readonly command: Of<'issue.task-done'>; readonly facts: IssueFacts }
  | { readonly kind: 'issue.close'; readonly command: Of<'issue.close'>; readonly facts: CloseFacts }
  | { readonly kind: 'issue.reopen'; readonly command: Of<'issue.reopen'>; readonly facts: IssueFacts }

/**
 * Opens a common issue (domain §2.9, after 每月一题). The system suggests, a person decides: what was found is written down
 * as it was counted, and an issue may be opened where nothing was found. Refused: `not-allowed`, `unit.unknown`,
 * `topic.unknown`, `issue.one-place`, `employer.unknown`, `region.unknown`, `issue.topic-alone`, `title.names-someone`,
 * `lead.is-employers-own-union`, `issue.already-open`.
 */
export function open(command: Of<'issue.open'>, facts: OpenFacts): Decided {
  const { unit, topic, employer, region } = command
  const answer = mayAtUnit(issueGrants, facts.actor, 'issue.open', facts.unit?.path ?? [])
  if (answer === 'no') return refused('not-allowed')
  if (answer === 'hidden' || !facts.unit) return refused('unit.unknown', { unit })
  if (!facts.topicKnown) return refused('topic.unknown', { topic })
  // What one section alone may see is no common issue of all the others (§4 rule 7).
  if (facts.topicAlone) return refused('issue.topic-alone')
  if ((employer === undefined) === (region === undefined)) return refused('issue.one-place')
  if (employer !== undefined && facts.employerUnits === null) return refused('employer.unknown')
  if (region !== undefined && !facts.regionWithin) return refused('region.unknown', { region })
  // Who hires out is complained about by workers of other employers, whose unions infer as much from it.
  const blocked = employer === undefined ? [] : [...new Set([...(facts.employerUnits ?? []), ...facts.hiddenFrom])]
  if (blocked.includes(unit)) return refused('lead.is-employers-own-union')
  if (findPersonal(command.title).length > 0) return refused('title.names-someone')
  if (facts.alreadyOpen) return refused('issue.already-open')
  const place = { employer: employer ?? null, region: region ?? null }
  const agency = employer !== undefined && facts.asAgency ? { agency: true as const } : {}
  const at = { unit, path: facts.unit.path, ...place, ...agency }
  const body = { ...at, topic, title: command.title, cluster: facts.cluster, blocked }
  return accepted<IssueEvent>({ kind: 'IssueOpened', body })
}

/** Decides every command on an issue that is there. Refused, all of them: `not-allowed`, `issue.closed` or `issue.not-closed`. */
export function decide(state: IssueState, asked: AskedOfIssue): Decided {
  const task = asked.kind === 'issue.task-done' ? asked.command.task : undefined
  if (mayOnIssue(asked.facts.actor, asked.kind, state, task) !== 'yes') return refused('not-allowed')
  if (asked.kind === 'issue.reopen') return reopen(state, asked.command)
  if (state.closedAt !== null) return refused('issue.closed')
  switch (asked.kind) {
    case 'issue.own':
      return own(state, asked.command, asked.facts)
    case 'issue.plan':
      return plan(asked.command, asked.facts)
    case 'issue.task':
      return giveTask(state, asked.command, asked.facts)
    case 'issue.task-done':
      return taskDone(state, asked.command)
    case 'issue.close':
      return close(asked.command, asked.facts)
  }
}

/** Names who answers for it: a unit at or below the one that opened it, and the post there if one is named. */
function own(state: IssueState, { unit }: Of<'issue.own'>, facts: UnitFacts): Decided {
  const wrong = notBelow(state, unit, facts)
  if (wrong) return wrong
  if (!facts.postKnown) return refused('post.unknown', { post: facts.post ?? 0 })
  const post = facts.post ?? null
  if (state.owner?.unit === unit && state.owner.post === post) return refused('issue.as-it-is')
  return accepted<IssueEvent>({ kind: 'IssueOwned', body: { unit, path: facts.unit?.path ?? [], post } })
}

/** One plan with its goal and its day; a later one takes its place. Refused: `issue.past-day`. */
function plan({ until, goal, text }: Of<'issue.plan'>, { today }: IssueFacts): Decided {
  if (until < today) return refused('issue.past-day')
  const seal = { goal: sealed('issue.goal', goal), text: sealed('issue.plan', text) }
  return accepted<IssueEvent>({ kind: 'IssuePlanned', body: { until }, seal })
}

/** Gives a unit at or below a task under the plan. Refused: `unit.unknown`, `issue.past-day`. */
function giveTask(state: IssueState, { unit, until, what }: Of<'issue.task'>, facts: UnitFacts): Decided {
  const wrong = notBelow(state, unit, facts)
  if (wrong) return wrong
  if (until < facts.today) return refused('issue.past-day')
  const body = { task: state.tasks.length + 1, unit, path: facts.unit?.path ?? [], until }
  return accepted<IssueEvent>({ kind: 'IssueTasked', body, seal: { what: sealed('issue.task', what) } })
}

/** Refused: `issue.no-task`. */
function taskDone(state: IssueState, { task, text }: Of<'issue.task-done'>): Decided {
  const found = state.tasks.find((each) => each.task === task)
  if (!found || found.doneOn !== null) return refused('issue.no-task', { task })
  return accepted<IssueEvent>({ kind: 'IssueTaskDone', body: { task }, ...sealedText(text) })
}

/** What came of it is not said here: it is counted, before and after. Refused: `reason.unknown`. */
function close({ reason, text }: Of<'issue.close'>, { reasonKnown }: CloseFacts): Decided {
  if (!reasonKnown) return refused('reason.unknown', { reason })
  return accepted<IssueEvent>({ kind: 'IssueClosed', body: { reason }, ...sealedText(text) })
}

function reopen(state: IssueState, { text }: Of<'issue.reopen'>): Decided {
  if (state.closedAt === null) return refused('issue.not-closed')
  return accepted<IssueEvent>({ kind: 'IssueReopened', body: {}, seal: { text: sealed('issue.text', text) } })
}

/**
 * Whoever answers for it or has a task is at or below the unit that opened it. What is common at a company is for no
 * enterprise's own union: were those alone refused whose workers spoke, the refusal would tell who they are (§4 rule 5).
 */
function notBelow(state: IssueState, unit: number, facts: UnitFacts): ReturnType<typeof refused> | null {
  if (!facts.unit?.path.includes(state.unit)) return refused('unit.unknown', { unit })
  const barred = state.blocked.includes(unit) || (state.employer !== null && facts.workplace)
  return barred ? refused('lead.is-employers-own-union') : null
}

function sealed(kind: string, value: string) {
  return { part: 'text', kind, value } as const
}

function sealedText(text: string | undefined) {
  return text === undefined ? {} : { seal: { text: sealed('issue.text', text) } }
}
