import type { Limits } from '../../domain/limit.ts'
import { limitFor } from '../../domain/limit.ts'
import type { Difficulty, Urgency } from '../../domain/topic.ts'
import type { DemandFigure } from '../../protocol/story-figure.ts'
import type { DemandRow, ViewAnswer } from '../../protocol/view.ts'

/** A unit or employer as an answer names it. */
export type Place = { readonly id: number; readonly name: string }
/** What a demand's page said, figure by figure. Instants are epoch milliseconds; a figure not shown there is missing. */
export type Figures = { readonly [F in DemandFigure]?: unknown }

type Page = Pick<ViewAnswer<'follow'>, 'demand' | 'timeline' | 'opened'> & { readonly assisted?: boolean }

/** The figures of a demand from its page: the follow page of its receipt, or the page of the desk. */
export function figuresOf(page: Page, limits: Limits): Figures {
  const { demand, timeline, opened, assisted } = page
  const told = (kind: string, key: string) => instant(timeline.findLast((row) => row.kind === kind)?.detail[key])
  const latest = (key: string) => instant(timeline.findLast((row) => typeof row.detail[key] === 'string')?.detail[key])
  const due = instant(demand.dueAt)
  const dates = {
    ...both('submitted', instant(demand.submittedAt)),
    ...both('triageDue', told('DemandRaised', 'triageDueAt')),
    ...both('contactDue', latest('contactDueAt')),
    ...both('answerDue', due),
    ...both('callbackDue', demand.status === 'answered' ? told('DemandAnswered', 'callbackDueAt') : null),
  }
  return {
    ...dates,
    ...{ number: demand.number, state: demand.status, order: demand.orderState, priority: priorityOf(demand, limits) },
    ...{ urgency: demand.urgency, difficulty: demand.difficulty, topic: demand.topic, nature: demand.nature },
    ...{ mode: demand.mode, persons: demand.persons, region: demand.region, employer: demand.employer },
    ...{ lead: demand.lead?.unit ?? null, section: demand.lead?.section ?? null, seals: demand.seals },
    ...{
      claimed: demand.claimed,
      confirmed: demand.confirmed,
      outcome: demand.outcome,
      next: nextOf(demand),
      version: demand.version,
    },
    reopened: timeline.filter((row) => row.kind === 'DemandReopened').length,
    events: timeline.map((row) => row.kind),
    opened: opened.length,
    ...(assisted === undefined ? {} : { assisted }),
  }
}

function nextOf({ next }: DemandRow) {
  return next && { what: next.what, unit: next.unit, section: next.section, at: instant(next.at), on: instant(next.at) }
}

function priorityOf(demand: DemandRow, limits: Limits): string {
  return limitFor(demand.urgency as Urgency, demand.difficulty as Difficulty, limits, demand.nature ?? undefined).class
}

function both(name: string, at: number | null) {
  return { [`${name}At`]: at, [`${name}On`]: at }
}

function instant(text: unknown): number | null {
  return typeof text === 'string' ? Date.parse(text) : null
}
