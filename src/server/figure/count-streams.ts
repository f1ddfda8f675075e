import type { ClientBase } from 'pg'
import type { RecordedBriefEvent } from '../../domain/brief/evolve.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { ClassEvent } from '../../domain/class/event.ts'
import type { RecordedDeedEvent } from '../../domain/deed/evolve.ts'
import type { PastDemandEvent } from '../../domain/demand/evolve.ts'
import type { RecordedInvitationEvent } from '../../domain/invitation/evolve.ts'
import type { RecordedIssueEvent } from '../../domain/issue/evolve.ts'
import { countBrief } from '../../domain/measure/count-brief.ts'
import { countClass } from '../../domain/measure/count-class.ts'
import { countDeed } from '../../domain/measure/count-deed.ts'
import { countDemand } from '../../domain/measure/count-demand.ts'
import { countInvitation } from '../../domain/measure/count-invitation.ts'
import { countIssue } from '../../domain/measure/count-issue.ts'
import { countOutreach } from '../../domain/measure/count-outreach.ts'
import { countPractice } from '../../domain/measure/count-practice.ts'
import { countRotation } from '../../domain/measure/count-rotation.ts'
import { countSuggestion } from '../../domain/measure/count-suggestion.ts'
import { countPlace, countVisit } from '../../domain/measure/count-visit.ts'
import type { Counted } from '../../domain/measure/measure.ts'
import type { OutreachEvent } from '../../domain/outreach/event.ts'
import type { PastPlaceEvent } from '../../domain/place/evolve.ts'
import type { RecordedPracticeEvent } from '../../domain/practice/evolve.ts'
import type { RotationEvent } from '../../domain/rotation/event.ts'
import type { RecordedSuggestionEvent } from '../../domain/suggestion/evolve.ts'
import type { PastVisitEvent } from '../../domain/visit/evolve.ts'
import { told } from '../../protocol/told.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { type TallyRow, tallyRow } from './tally-row.ts'

/** An event as counting sees it. */
type CountedEvent = Pick<PastEvent, 'stream' | 'kind' | 'body' | 'at' | 'actor'>

/** How streams of a noun count, and which kinds of its events can change that. */
type Counter = {
  readonly kinds: readonly string[]
  readonly count: (events: readonly CountedEvent[]) => readonly Counted[]
}

/** Every noun that counts. One line each; the counting itself is `domain/measure/count-<noun>.ts`, a pure fold. */
const counters: Readonly<Record<string, Counter>> = {
  demand: { kinds: Object.keys(told), count: (events) => countDemand(events as unknown as PastDemandEvent[]) },
  issue: {
    kinds: ['IssueOpened', 'IssueClosed', 'IssueReopened'],
    count: (events) => countIssue(events as unknown as RecordedIssueEvent[]),
  },
  brief: {
    kinds: ['BriefDelivered', 'BriefReceived', 'BriefPlanned'],
    count: (events) => countBrief(events as unknown as RecordedBriefEvent[]),
  },
  visit: {
    kinds: ['VisitPlanned', 'VisitDropped', 'VisitRecorded', 'VisitCorrected'],
    count: (events) => countVisit(events as unknown as PastVisitEvent[]),
  },
  outreach: {
    kinds: ['EnterpriseReached', 'EnterpriseMissed'],
    count: (events) => countOutreach(events as unknown as (OutreachEvent & { stream: string })[]),
  },
  place: { kinds: ['PlaceKept'], count: (events) => countPlace(events as unknown as PastPlaceEvent[]) },
  deed: {
    kinds: ['DeedDone', 'DeedSaid', 'EnterpriseSaid'],
    count: (events) => countDeed(events as unknown as RecordedDeedEvent[]),
  },
  suggestion: {
    kinds: ['SuggestionRaised', 'SuggestionEnded'],
    count: (events) => countSuggestion(events as unknown as RecordedSuggestionEvent[]),
  },
  practice: {
    kinds: ['PracticeAdopted'],
    count: (events) => countPractice(events as unknown as RecordedPracticeEvent[]),
  },
  class: {
    kinds: ['ClassFinished'],
    count: (events) => countClass(events as unknown as (ClassEvent & { stream: string })[]),
  },
  rotation: {
    kinds: ['RotationMet', 'RotationLapsed'],
    count: (events) => countRotation(events as unknown as (RotationEvent & { stream: string })[]),
  },
  invitation: {
    kinds: ['MeetingAttended'],
    count: (events) => countInvitation(events as unknown as RecordedInvitationEvent[]),
  },
}
/** Nouns whose streams count. */
export const countedNouns: ReadonlySet<string> = new Set(Object.keys(counters))
/** Kinds of events after which something counts differently. */
export const countedKinds: ReadonlySet<string> = new Set(Object.values(counters).flatMap(({ kinds }) => kinds))

/**
 * What a stream counts as at the end of each local day on which something happened to it. `base`: at the end of the day
 * before the first of them, where part of that day was counted already; null where that day begins anew.
 */
export type CountedDays = {
  readonly base: readonly TallyRow[] | null
  readonly days: readonly { readonly day: string; readonly rows: readonly TallyRow[] }[]
}

/**
 * What streams of a realm count as by their events up to a position: at the end of each local day that has an event behind
 * `after`, the last of them being how they count now. The follower and the recount both ask here, so that they can differ
 * only in which events they saw.
 */
export async function countDays(
  client: ClientBase,
  realm: number,
  streams: readonly string[],
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<ReadonlyMap<string, CountedDays>> {
  const { rows } = await client.query<Omit<CountedEvent, 'at'> & { noun: string; at: Date; fresh: boolean }>({
    name: 'events to count',
    text: `select stream, noun, kind, body, at, actor, position > $5 as fresh from event
      where realm = $1 and stream = any($2) and position <= $3 and noun = any($4) order by stream, version`,
    values: [realm, streams, upTo, [...countedNouns], after],
  })
  const found = new Map<string, Told>()
  for (const { noun, fresh, ...row } of rows) {
    const so = found.get(row.stream) ?? {
      noun,
      past: [],
      days: new Map<string, number>(),
      day: '',
      before: 0,
      base: null,
    }
    // A clock that was set back moves nothing into a day that was told.
    const day = localDateOf(row.at.getTime())
    if (day > so.day) {
      so.day = day
      so.before = so.past.length
    } else if (fresh && so.days.size === 0) so.base = so.before
    so.past.push({ ...row, at: row.at.toISOString() })
    if (fresh) so.days.set(so.day, so.past.length)
    found.set(row.stream, so)
  }
  return new Map(
    [...found].map(([stream, { noun, past, days, base }]) => {
      const rows = (n: number) => rowsOf(realm, stream, noun, past.slice(0, n))
      return [
        stream,
        { base: base === null ? null : rows(base), days: [...days].map(([day, n]) => ({ day, rows: rows(n) })) },
      ]
    }),
  )
}

/** `days`: how many events there were at the end of each; `before`: at the end of the day before the last. */
type Told = {
  readonly noun: string
  readonly past: CountedEvent[]
  readonly days: Map<string, number>
  day: string
  before: number
  base: number | null
}

function rowsOf(realm: number, stream: string, noun: string, past: readonly CountedEvent[]): readonly TallyRow[] {
  return (counters[noun]?.count(past) ?? []).map((one) => tallyRow(realm, stream, noun, one))
}

/** Rows that streams of a realm count as by their events up to a position. */
export async function countStreams(
  client: ClientBase,
  realm: number,
  streams: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, readonly TallyRow[]>> {
  const days = await countDays(client, realm, streams, { after: 0, upTo })
  return new Map([...days].map(([stream, all]) => [stream, all.days.at(-1)?.rows ?? []]))
}
