import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import { maskPersonal } from '../../domain/mask.ts'
import { mayOnVisit } from '../../domain/visit/may.ts'
import type { VisitRules } from '../../domain/visit/visit-rules.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { openPart } from '../vault/content.ts'
import type { Look } from '../vault/looked.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { namesOfPosts } from './demand-row.ts'
import { reading } from './scope.ts'
import { postsHeld, type VisitColumns, visitColumns, visitJoins, visitRow } from './visits.ts'
import { wordsOpenedOf } from './words-opened.ts'

const DAY_MS = 86_400_000
type Staff = Extract<Actor, { kind: 'staff' }>
type Said<K extends string> = { readonly content: string } & { readonly [key in K]: string }
type Row = VisitColumns & {
  readonly started_at: Date | null
  readonly ended_at: Date | null
  readonly submitted_at: Date | null
  readonly recorded_at: Date | null
  readonly corrections: number
  readonly opinions_said: readonly Said<'theme'>[]
  readonly deeds_said: readonly Said<'deed'>[]
  readonly explanations_said: readonly { topic: string | null; policy: string | null }[]
  readonly next_step: { readonly on: string | null; readonly content: string } | null
}

/**
 * One visit [primary key of visit]. Its sentences are opened for the team and for whom the table of grants lets open them;
 * themes without sentences are told to the others where enough people were met (domain §4 rule 26). Of demands heard there
 * the asker sees those within reach and named; of the rest, who raised them is told how many that were.
 */
export async function visitPage(
  context: { readonly reader: Pool; readonly writer: Pool; readonly subjectKeys: SubjectKeys; readonly look: Look },
  actor: Staff,
  visit: string,
  { themesFrom, correctDays }: Pick<VisitRules, 'themesFrom' | 'correctDays'>,
  now: Date,
): Promise<ViewAnswer<'visit'>> {
  const realm = realmOfId(visit)
  const { row, posts, names, demands } = await reading(context.reader, actor, (client) => read(client, actor, visit))
  const shown = visitRow(row, actor, posts)
  // A form that would only be refused is not offered.
  const tooLate = row.recorded_at !== null && now.getTime() - row.recorded_at.getTime() > correctDays * DAY_MS
  const verbs = shown.verbs.filter((verb) => verb !== 'visit.correct' || !tooLate)
  const opened = shown.mine || mayOnVisit(actor, 'visit.open', row.path) === 'yes'
  const said = opened ? await sentences(context, realm, visit) : new Map<string, { value: string }>()
  // Numbers and plates that slipped into a sentence are masked for everybody; the original stays sealed (domain §4 rule 9).
  const text = (content: string) => {
    const value = said.get(content)?.value
    return value === undefined ? null : maskPersonal(value).text
  }
  const own = row.recorded_by !== null && posts.includes(row.recorded_by)
  const { next_step: next } = row
  const instant = (at: Date | null) => at?.toISOString() ?? null
  return {
    visit: { ...shown, verbs },
    startedAt: instant(row.started_at),
    endedAt: instant(row.ended_at),
    submittedAt: instant(row.submitted_at),
    recordedAt: instant(row.recorded_at),
    team: row.team.map((post) => ({ post, holder: names.get(post) ?? null })),
    opened,
    opinions: row.opinions_said.map(({ theme, content }) => ({
      theme: opened || shown.met >= themesFrom ? theme : null,
      text: text(content),
    })),
    explanations: [...row.explanations_said],
    deeds: row.deeds_said.map(({ deed, content }) => ({ deed, text: text(content) })),
    next: next && { on: next.on, text: text(next.content) },
    demands,
    sealed: own ? await sealedHeard(context.writer, visit) : 0,
    corrections: row.corrections,
    looked: await lookedAt(context.writer, visit),
  }
}

async function read(client: PoolClient, actor: Staff, visit: string) {
  const { rows } = await client.query<Row>({
    name: 'visit-page',
    text: `select ${visitColumns}, v.started_at, v.ended_at, v.submitted_at, v.recorded_at, v.opinions as opinions_said,
        v.explanations as explanations_said, v.deeds as deeds_said, v.next_step, v.corrections
      from visit v ${visitJoins} where v.realm = $1 and v.id = $2`,
    values: [realmOfId(visit), visit],
  })
  const row = rows[0]
  if (!row || mayOnVisit(actor, 'visit.read', row.path) !== 'yes') throw new Fault(404, 'not-found', { field: 'visit' })
  const posts = await postsHeld(client, actor)
  const names = await namesOfPosts(client, row.team)
  // Under the asker's own reach of demands: a blocked union reads none, and none of another mode is named here.
  const heard = await client.query<{ id: string; number: string; topic: string | null }>({
    name: 'heard-on-visit',
    text: `select id, number, topic from demand where visit = $1 and mode = 'named' order by submitted_at, id limit 50`,
    values: [visit],
  })
  return { row, posts, names, demands: heard.rows }
}

async function sentences(
  { writer, subjectKeys, look }: { readonly writer: Pool; readonly subjectKeys: SubjectKeys; readonly look: Look },
  realm: number,
  visit: string,
) {
  const by = await look(visit, 'text')
  const client = await writer.connect()
  try {
    return await openPart(client, subjectKeys, realm, visit, 'text', by)
  } finally {
    client.release()
  }
}

/** Who opened the sentences; read beside the asker's scope, after the visit itself was seen. */
async function lookedAt(writer: Pool, visit: string): Promise<ViewAnswer<'visit'>['looked']> {
  const client = await writer.connect()
  try {
    const rows = await wordsOpenedOf(client, visit)
    const names = await namesOfPosts(client, [...new Set(rows.map(({ post }) => post))])
    return rows.map(({ at, unit, post }) => ({
      ...{ at, unit: { id: unit.id, name: unit.name }, person: names.get(post) ?? null },
    }))
  } finally {
    client.release()
  }
}

/** Only a number, and only for who raised them: they left the phone, and nothing of them comes back to it [demand_visit]. */
async function sealedHeard(writer: Pool, visit: string): Promise<number> {
  const { rows } = await writer.query<{ n: number }>(
    `select count(*)::integer as n from demand where visit = $1 and mode <> 'named'`,
    [visit],
  )
  return rows[0]?.n ?? 0
}
