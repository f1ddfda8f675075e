import type { Actor } from '../../domain/actor.ts'
import type { KeepFacts, RaiseFacts } from '../../domain/demand/facts.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { isId, realmOfId } from '../../domain/id.ts'
import { isOpenTopic } from '../../domain/topic.ts'
import type { CorrectVisit, Spot } from '../../domain/visit/command.ts'
import type { VisitRecorded } from '../../domain/visit/event.ts'
import type { SpotFacts, Stray } from '../../domain/visit/facts.ts'
import { Fault } from '../fault.ts'
import type { Asked, BatchDesk } from './noun.ts'

/** Facts of each command on visits beside those that all have. */
export async function visitFacts({ kind, body, actor }: Asked, desk: BatchDesk) {
  const { rules, directory } = desk.context
  if (kind === 'visit.drop') return { reasonKnown: has(rules.visits.drops, body.reason) }
  if (kind === 'visit.plan')
    return { spot: await spotOf(body, desk), postUnit: (await postsInForce([body.post], desk)).get(body.post) ?? null }
  const { aheadMinutes, correctDays } = rules.visits
  const team: readonly number[] = body.team ?? []
  const inForce = await postsInForce(team, desk)
  return {
    ...{ aheadMinutes, correctDays, stray: strayOf(body, desk) },
    strangers: team.filter((post) => !inForce.has(post)),
    actorPosts: actor.kind === 'staff' ? await directory.postsOfAccount(desk.client, actor.account) : [],
    ...(kind === 'visit.record' ? { spot: await spotOf(body, desk) } : {}),
  }
}

/** Whether one enterprise was visited more often than the rules think good, this visit included [visit_employer]. */
export async function isRepeated(
  { employer, startedAt }: Pick<VisitRecorded, 'employer' | 'startedAt'>,
  desk: BatchDesk,
): Promise<boolean> {
  if (employer === null) return false
  const { most, days } = desk.context.rules.visits.repeated
  const { rows } = await desk.client.query<{ n: number }>(
    `select count(*)::integer as n from visit
     where employer = $1 and started_at > $2::timestamptz - make_interval(days => $3) and started_at <= $2`,
    [employer, startedAt, days],
  )
  return (rows[0]?.n ?? 0) + 1 > most
}

/**
 * Whether a demand can have been heard there: a visit of the post's union that the same person recorded or went on [primary
 * key of visit], and when it began. Read from its row, for it may be of another realm.
 */
export async function ownVisit(
  visit: string | undefined,
  actor: Actor,
  { client, context }: BatchDesk,
): Promise<Pick<RaiseFacts, 'visitKnown' | 'visitFrom'>> {
  const unknown = { visitKnown: false, visitFrom: null }
  if (visit === undefined) return { visitKnown: true, visitFrom: null }
  if (actor.kind !== 'staff') return unknown
  const { rows } = await client.query<{ unit: number; posts: number[]; started_at: Date }>(
    `select unit, recorded_by || team as posts, started_at from visit where realm = $1 and id = $2 and status = 'recorded'`,
    [realmOfId(visit), visit],
  )
  const found = rows[0]
  if (found?.unit !== actor.unit) return unknown
  const own = await context.directory.postsOfAccount(client, actor.account)
  const known = own.some((post) => found.posts.includes(post))
  return known ? { visitKnown: true, visitFrom: found.started_at.toISOString() } : unknown
}

/** Who heard a demand on a visit, and for which union; null where it was heard elsewhere [primary key of post]. */
export async function visitorOf(
  { visit, heardBy }: Pick<DemandState, 'visit' | 'heardBy'>,
  { client }: BatchDesk,
): Promise<Pick<KeepFacts, 'visitor'>> {
  if (visit === null || heardBy === null) return { visitor: null }
  const { rows } = await client.query<{ unit: number }>('select unit from post where id = $1', [heardBy])
  return { visitor: rows[0] ? { post: heardBy, unit: rows[0].unit } : null }
}

/** Where, by the lists in force. A contact point of any union serves: who visits there need not keep it. */
async function spotOf(body: Spot, desk: BatchDesk): Promise<SpotFacts> {
  const given = [body.place, body.employer, body.region].filter((each) => each !== undefined)
  if (given.length !== 1) throw new Fault(422, 'visit.where', { field: 'body.place' })
  const { client, context } = desk
  if (body.place !== undefined) {
    const { rows } = await client.query<{ employer: number | null; region: string }>(
      'select employer, region from place where realm = $1 and id = $2 and ended_on is null',
      isId(body.place) ? [realmOfId(body.place), body.place] : [0, null],
    )
    const place = rows[0]
    return place ? { at: { place: body.place, ...place } } : { unknown: 'place' }
  }
  if (body.employer !== undefined) {
    const employer = await context.directory.employer(client, body.employer)
    return employer ? { at: { place: null, employer: employer.id, region: employer.region } } : { unknown: 'employer' }
  }
  const region = body.region ?? ''
  const known = await context.directory.regionInForce(client, region)
  return known ? { at: { place: null, employer: null, region } } : { unknown: 'region' }
}

/** Units of the posts that are in force. */
async function postsInForce(posts: readonly number[], { client }: BatchDesk): Promise<ReadonlyMap<number, number>> {
  if (posts.length === 0) return new Map()
  const { rows } = await client.query<{ id: number; unit: number }>(
    'select id, unit from post where id = any ($1) and valid_to is null',
    [posts],
  )
  return new Map(rows.map(({ id, unit }) => [id, unit]))
}

function strayOf({ kind, opinions, explanations, deeds }: CorrectVisit, { context }: BatchDesk): Stray | null {
  const { visits, deeds: kindsOfDeed, taxonomy } = context.rules
  if (kind !== undefined && !has(visits.kinds, kind)) return { list: 'kind', code: kind }
  const theme = opinions?.find((each) => !has(visits.themes, each.theme))
  if (theme) return { list: 'theme', code: theme.theme }
  const deed = deeds?.find((each) => !has(kindsOfDeed, each.deed))
  if (deed) return { list: 'deed', code: deed.deed }
  for (const { topic, policy } of explanations ?? []) {
    if ((topic === undefined) === (policy === undefined)) return { list: 'policy', code: '' }
    if (topic !== undefined && !isOpenTopic(taxonomy, topic)) return { list: 'topic', code: topic }
    if (policy !== undefined && !has(visits.policies, policy)) return { list: 'policy', code: policy }
  }
  return null
}

function has(list: readonly { readonly code: string }[], code: string): boolean {
  return list.some((one) => one.code === code)
}
