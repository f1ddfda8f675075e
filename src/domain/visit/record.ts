import { accepted, type Decision, type Refusal, refused, type Sealed } from '../decision.ts'
import type { CorrectVisit, RecordVisit } from './command.ts'
import type { Told, VisitEvent } from './event.ts'
import type { RecordFacts, ToldFacts } from './facts.ts'
import type { VisitState } from './state.ts'

type Decided = Decision<VisitEvent>
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * A visit was paid (§2.1), planned or not. What was said is sealed; how many were met is a number, never a list of names.
 * Refused: `visit.not-planned`, `place.unknown`, `employer.unknown`, `region.unknown`, what `checked` refuses.
 */
export function record(state: VisitState | null, body: RecordVisit, facts: RecordFacts): Decided {
  if (state && state.status !== 'planned') return refused('visit.not-planned')
  if ('unknown' in facts.spot) return refused(`${facts.spot.unknown}.unknown`)
  const { actor, unit, now } = facts
  if (actor.kind !== 'staff' || !unit) return refused('not-allowed')
  const no = checked(body, facts)
  if (no) return no
  const { told, seal } = toldOf({ ...body, team: body.team ?? [actor.post] }, now)
  const submittedAt = earlier(body.madeAt ?? now, now)
  return accepted<VisitEvent>({
    kind: 'VisitRecorded',
    body: {
      unit: unit.unit,
      path: unit.path,
      ...facts.spot.at,
      ...(told as Told),
      next: told.next ?? null,
      submittedAt,
      by: actor.post,
    },
    seal,
  })
}

/**
 * The person who recorded it corrects their own record within some days, with a reason; what was told first stays in the
 * ledger. Refused: `visit.not-recorded`, `visit.not-yours`, `visit.too-late`, `visit.nothing-changed`, what `checked` refuses.
 */
export function correct(state: VisitState | null, body: CorrectVisit, facts: ToldFacts): Decided {
  if (state?.status !== 'recorded' || state.by === null || state.recordedAt === null)
    return refused('visit.not-recorded')
  if (!facts.actorPosts.includes(state.by)) return refused('visit.not-yours')
  if (Date.parse(facts.now) - Date.parse(state.recordedAt) > facts.correctDays * DAY_MS)
    return refused('visit.too-late', { days: facts.correctDays })
  const given = timed(body, state)
  const no = checked({ ...given, startedAt: given.startedAt ?? facts.now }, facts)
  if (no) return no
  const { told, seal } = toldOf(given, facts.now)
  if (Object.keys(told).length === 0) return refused('visit.nothing-changed')
  const reason: Sealed = { part: 'text', kind: 'visit.reason', value: body.reason }
  return accepted<VisitEvent>({ kind: 'VisitCorrected', body: told, seal: { ...seal, reason } })
}

/** Beginning and end are told together: who moves one keeps the other. */
function timed(body: CorrectVisit, state: VisitState): CorrectVisit {
  if (body.startedAt === undefined && body.endedAt === undefined) return body
  return {
    ...body,
    startedAt: body.startedAt ?? state.startedAt ?? undefined,
    endedAt: body.endedAt ?? state.endedAt ?? undefined,
  }
}

/** Refused: `visit.code-unknown`, `post.unknown`, `visit.ahead`, `visit.order`. */
function checked(
  { startedAt, endedAt }: { readonly startedAt: string; readonly endedAt?: string | undefined },
  { stray, strangers, now, aheadMinutes }: ToldFacts,
): { readonly refused: Refusal } | null {
  if (stray) return refused('visit.code-unknown', { list: stray.list, code: stray.code })
  if (strangers[0] !== undefined) return refused('post.unknown', { post: strangers[0] })
  const last = Math.max(Date.parse(startedAt), Date.parse(endedAt ?? startedAt))
  if (last - Date.parse(now) > aheadMinutes * MINUTE_MS) return refused('visit.ahead')
  return endedAt !== undefined && Date.parse(endedAt) < Date.parse(startedAt) ? refused('visit.order') : null
}

type Given = Omit<CorrectVisit, 'visit' | 'reason'>

/** What is told without its sentences, and the sentences with the slots they are sealed in. Parts not given are left out. */
function toldOf(given: Given, now: string): { told: Partial<Told>; seal: Record<string, Sealed> } {
  const { kind, startedAt, endedAt, team, met, opinions, explanations, deeds, nextStep } = given
  const seal: Record<string, Sealed> = {}
  const sealed = (slot: string, what: string, value: string) => {
    seal[slot] = { part: 'text', kind: `visit.${what}`, value }
    return slot
  }
  const told: Partial<Told> = {
    ...(kind !== undefined && { kind }),
    ...(startedAt !== undefined && {
      startedAt: earlier(startedAt, now),
      endedAt: endedAt ? earlier(endedAt, now) : null,
    }),
    ...(team && { team: [...new Set(team)] }),
    ...(met !== undefined && { met }),
    ...(opinions && {
      opinions: opinions.map(({ theme, text }, n) => ({ theme, slot: sealed(`opinion-${n}`, 'opinion', text) })),
    }),
    ...(explanations && {
      explanations: explanations.map(({ topic = null, policy = null }) => ({ topic, policy })),
    }),
    ...(deeds && { deeds: deeds.map(({ deed, text }, n) => ({ deed, slot: sealed(`deed-${n}`, 'deed', text) })) }),
    ...(nextStep && { next: { on: nextStep.on ?? null, slot: sealed('next', 'next', nextStep.text) } }),
  }
  return { told, seal }
}

/** A phone's clock is not trusted beyond the moment of arrival. */
function earlier(at: string, now: string): string {
  return new Date(Math.min(Date.parse(at), Date.parse(now))).toISOString()
}
