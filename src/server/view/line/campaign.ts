import type { Pool, PoolClient } from 'pg'
import { campaignVerbs } from '../../../domain/campaign/may.ts'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Fault } from '../../fault.ts'
import type { Look, Looked, Unrecorded } from '../../vault/looked.ts'
import type { SubjectKeys } from '../../vault/subject-keys.ts'
import { reading } from '../scope.ts'
import type { LineRules } from './directive.ts'
import { mustSee, pathOf, type Staff } from './reach.ts'
import { openedTexts, type Texts } from './texts.ts'
import { wayOf } from './way.ts'

/** More groups than this a page does not show; those of the asker's own line come first. */
const mostGroups = 40

/** What a view of the main line reads with: rows under the asker's reach, sealed texts beside them after a read record. */
export type LineReading = {
  readonly reader: Pool
  readonly writer: Pool
  readonly subjectKeys: SubjectKeys
  readonly look: Look
}

/** One campaign with its origin chain, its leading groups, its directives and what followed [origin_pkey, leading_group_campaign, directive_campaign]. */
export async function campaignPage(
  context: LineReading,
  actor: Staff,
  campaign: string,
  told: { readonly rules: Pick<LineRules, 'figures'>; readonly now: Date },
): Promise<ViewAnswer<'campaign'>> {
  const read = await reading(context.reader, actor, async (client) => {
    const row = await campaignRow(client, actor, campaign)
    const origins = await originsOf(client, campaign)
    return {
      row,
      origins,
      groups: await groupsOf(client, actor, campaign),
      directives: await directivesOf(client, row, campaign),
      way: await wayOf(client, actor.unit, row, told),
    }
  })
  const { path, above: _, ...row } = read.row
  // A note on one worker's matter tells of that worker; what was said about the line is said to everybody below.
  const tells = read.origins.some(({ demand }) => demand !== null)
  const subjects = new Map<string, Looked | Unrecorded>([
    [campaign, tells ? await context.look(campaign, 'text') : 'paper'],
    ...read.groups.map(({ id }) => [id, 'cadre'] as const),
  ])
  const texts = await openedTexts(context, subjects)
  return {
    ...row,
    origins: read.origins.map((origin) => opened(origin, texts)),
    groups: read.groups.map(({ unit, section, titles, names }) => ({
      ...{ unit, section },
      members: titles.map((title, at) => ({ title, name: texts.get(names[at] ?? '') ?? null })),
    })),
    directives: read.directives,
    way: [...read.way],
    verbs: [...campaignVerbs(actor, path)],
  }
}

type CampaignRow = Pick<
  ViewAnswer<'campaign'>,
  'id' | 'title' | 'purpose' | 'basis' | 'fromOn' | 'toOn' | 'stages' | 'unit'
> & { readonly path: readonly number[]; readonly above: readonly number[] }

async function campaignRow(client: PoolClient, actor: Staff, campaign: string): Promise<CampaignRow> {
  const { rows } = await client.query<Omit<CampaignRow, 'above'>>({
    name: 'campaign',
    text: `select c.id, c.title, c.purpose, c.basis, c.from_on::text as "fromOn", c.to_on::text as "toOn", c.stages, c.path,
        json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit
      from campaign c join unit u on u.id = c.unit where c.realm = $1 and c.id = $2`,
    values: [realmOfId(campaign), campaign],
  })
  const row = rows[0]
  if (!row) throw new Fault(404, 'not-found', { field: 'campaign' })
  const above = await pathOf(client, actor.unit)
  mustSee(actor, row.path, above, 'campaign')
  return { ...row, above }
}

type OriginRow = Omit<ViewAnswer<'campaign'>['origins'][number], 'who' | 'words'> & {
  readonly who: string
  readonly words: string
}

function opened({ who, words, ...row }: OriginRow, texts: Texts): ViewAnswer<'campaign'>['origins'][number] {
  return { ...row, who: texts.get(who) ?? null, words: texts.get(words) ?? null }
}

/** A note on one worker's matter is there for whoever sees that matter under the policies, and for nobody else. */
async function originsOf(client: PoolClient, campaign: string): Promise<readonly OriginRow[]> {
  const { rows } = await client.query<OriginRow>({
    name: 'origins',
    text: `select o.entry, o.origin, o.happened_on::text as "on", o.who, o.words, o.led_to as "ledTo", o.demand,
        case when d.id is not null then json_build_object('id', d.id, 'number', d.number, 'title', d.title) end as directive
      from origin o left join directive d on d.id = o.directive
      where o.realm = $1 and o.campaign = $2 order by o.happened_on, o.entry`,
    values: [realmOfId(campaign), campaign],
  })
  const demands = rows.flatMap(({ demand }) => (demand === null ? [] : [demand]))
  if (demands.length === 0) return rows
  const seen = await client.query<{ id: string }>('select id from demand where realm = any ($1) and id = any ($2)', [
    [...new Set(demands.map(realmOfId))],
    demands,
  ])
  const mine = new Set(seen.rows.map(({ id }) => id))
  return rows.filter(({ demand }) => demand === null || mine.has(demand))
}

type GroupRow = {
  readonly id: string
  readonly unit: ViewAnswer<'campaign'>['unit']
  readonly section: string | null
  readonly titles: readonly string[]
  readonly names: readonly string[]
}

async function groupsOf(client: PoolClient, actor: Staff, campaign: string): Promise<readonly GroupRow[]> {
  const above = await pathOf(client, actor.unit)
  const { rows } = await client.query<GroupRow>({
    name: 'leading-groups',
    text: `select g.id, g.section, g.titles, g.names,
        json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit
      from leading_group g join unit u on u.id = g.unit
      where g.campaign = $1 and (g.unit = any ($3) or $2 = any (g.path))
      order by cardinality(g.path), u.name collate "C", g.unit limit $4`,
    values: [campaign, actor.unit, above, mostGroups],
  })
  return rows
}

async function directivesOf(
  client: PoolClient,
  { above }: CampaignRow,
  campaign: string,
): Promise<ViewAnswer<'campaign'>['directives']> {
  const { rows } = await client.query<ViewAnswer<'campaign'>['directives'][number]>({
    name: 'directives-of-campaign',
    text: `select d.id, d.number, d.title, d.state, d.issued_on::text as "issuedOn",
        json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit
      from directive d join unit u on u.id = d.unit
      where d.campaign = $1 and (d.unit = any ($2) or $3 = any (d.path)) order by d.issued_on desc nulls first, d.id limit 200`,
    values: [campaign, above, above[0] ?? 0],
  })
  return rows
}
