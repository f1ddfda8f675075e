import { instantOn, isLocalDate } from '../../domain/calendar/local-time.ts'
import type { Limits } from '../../domain/limit.ts'
import { limitFor } from '../../domain/limit.ts'
import type { Difficulty, Urgency } from '../../domain/topic.ts'
import type { DemandFigure } from '../../protocol/story-figure.ts'
import type { DemandRow, ViewAnswer } from '../../protocol/view.ts'

/** A unit or employer as an answer names it. */
export type Place = { readonly id: number; readonly name: string }
/** What a demand's page said, figure by figure. Instants are epoch milliseconds; a figure not shown there is missing. */
export type Figures = { readonly [F in DemandFigure]?: unknown }

/** A demand's page, of its worker or of the desk, as far as both show the same. */
export type Page = Pick<ViewAnswer<'follow'>, 'demand' | 'timeline' | 'opened'> & { readonly assisted?: boolean }

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
    ...both('callbackDue', instant(demand.callbackDueAt)),
  }
  return {
    ...dates,
    ...{ number: demand.number, state: demand.status, order: demand.orderState, priority: priorityOf(demand, limits) },
    ...{ urgency: demand.urgency, difficulty: demand.difficulty, topic: demand.topic, nature: demand.nature },
    ...{ mode: demand.mode, persons: demand.persons, region: demand.region, employer: demand.employer },
    agency: demand.agency,
    ...{ lead: demand.lead?.unit ?? null, section: demand.lead?.section ?? null, seals: demand.seals },
    ...{
      claimed: demand.claimed,
      confirmed: demand.confirmed,
      outcome: demand.outcome,
      next: nextOf(demand),
      version: demand.version,
    },
    reopened: demand.reopened,
    ...machinesOf(page),
    events: timeline.map((row) => row.kind),
    opened: opened.length,
    ...(assisted === undefined ? {} : { assisted }),
  }
}

/** Figures of the four machines: those of the row, and those only its events tell. */
function machinesOf({ demand, timeline }: Page): Figures {
  const { fixed, pending, paused, promisedOn } = demand
  const last = (...kinds: readonly string[]) => timeline.findLast((row) => kinds.includes(row.kind))
  const protection = last('ProtectionOpened', 'ProtectionAnswered')?.kind
  return {
    ...{ fixed, pending, paused, promisedOn: day(promisedOn) },
    autoSigned: last('OrderSigned', 'OrderOffered')?.detail.auto === true,
    pausedUntilOn: paused ? instant(last('PauseStarted')?.detail.untilAt) : null,
    callbackOpen: last('CallbackOpened', ...callbackEnds)?.kind === 'CallbackOpened',
    sameUnit: last('CallbackOpened', 'DemandAnswered')?.detail.sameUnit ?? null,
    supervised: timeline.filter((row) => row.kind === 'ClockSupervised').length,
    letterReplyDueOn: instant(last('LetterSent')?.detail.replyDueAt),
    protection: protection === undefined ? null : protection === 'ProtectionOpened' ? 'open' : 'answered',
    archived: last('DemandArchived') !== undefined,
  }
}

/** What ends a callback, or puts it off. */
const callbackEnds = [
  ...['DemandClosed', 'DemandRedirected', 'DemandWithdrawn'],
  ...['DemandReopened', 'CommitmentMade', 'CommitmentContradicted'],
]

/** A local date as its first instant; anything else stands as it is and differs from every day. */
function day(on: string | null): number | string | null {
  return on !== null && isLocalDate(on) ? instantOn(on) : on
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
