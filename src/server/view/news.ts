import type { PoolClient } from 'pg'
import { type Block, pagesOf, tellsOfPerson } from '../../domain/article/block.ts'
import type { NewsRules } from '../../domain/article/news-rules.ts'
import { realmOfId } from '../../domain/id.ts'
import type { NewsRow } from '../../protocol/news-view.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'

// Nothing marked as a person's leaves the database once the consent is taken back, not even as a match of a search.
const columns = `p.realm, p.id, case when p.held or not p.title_tells then p.title else '' end as title, p.series,
  s.title as series_title, p.part, p.author, p.topics, p.unit, u.name as unit_name, p.released_at`
const joins = `published p join unit u on u.id = p.unit left join series s on s.id = p.series`

// biome-ignore lint/suspicious/noExplicitAny: a row as pg gives it; this file is where it becomes typed
type Stored = any

function newsRow(row: Stored): NewsRow {
  return {
    article: row.id,
    title: row.title,
    series: row.series,
    seriesTitle: row.series_title,
    part: row.part,
    author: row.author,
    unit: { id: row.unit, name: row.unit_name },
    topics: row.topics,
    releasedAt: row.released_at.toISOString(),
  }
}

/** What is published, newest first [published_latest]; the parts of a series in their order [published_series]. */
export async function findNews(
  client: PoolClient,
  params: ViewParams<'news'>,
  rules: NewsRules,
): Promise<ViewAnswer<'news'>> {
  const { series, topic, text, after } = params
  const title = series === undefined ? null : await seriesOf(client, series)
  const [at, id] = cursor(after)
  const like = text === undefined ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const order = series === undefined ? 'p.released_at desc, p.id desc' : 'p.part nulls last, p.released_at, p.id'
  const { rows } = await client.query<Stored>(
    `select ${columns} from ${joins} where p.state = 'released' and ($1::uuid is null or p.series = $1)
       and ($2::text is null or $2 = any (p.topics) or s.topic = $2)
       and ($3::text is null or (p.held and p.words like $3))
       and ($4::timestamptz is null or (p.released_at, p.id) < ($4, $5::uuid))
     order by ${order} limit $6`,
    [series ?? null, topic ?? null, like, at, id, series === undefined ? rules.latest + 1 : 1000],
  )
  const page = series === undefined ? rows.slice(0, rules.latest) : rows
  const last = page.at(-1)
  return {
    series: title,
    rows: page.map(newsRow),
    after: last && page.length < rows.length ? `${last.released_at.toISOString()} ${last.id}` : null,
  }
}

function cursor(after: string | undefined): readonly [string | null, string | null] {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(after ?? '')
  return match ? [match[1] as string, match[2] as string] : [null, null]
}

async function seriesOf(client: PoolClient, series: string): Promise<ViewAnswer<'news'>['series']> {
  const { rows } = await client.query<Stored>('select id, title, topic from series where realm = $1 and id = $2', [
    realmOfId(series),
    series,
  ])
  if (!rows[0]) throw new Fault(404, 'not-found', { field: 'series' })
  return { series: rows[0].id, title: rows[0].title, topic: rows[0].topic }
}

/** One page of a published article as it is stored: figures still to be counted. */
export type FoundArticle = Omit<ViewAnswer<'news-article'>, 'blocks' | 'comments' | 'commentList'> & {
  readonly unit: number
  readonly blocks: readonly { readonly block: Block; readonly n: number }[]
}

/** What was taken off says so with 410; what never was there is not found. */
export class TakenOff extends Fault {
  readonly reason: string
  readonly at: string
  constructor(reason: string, at: string) {
    super(410, 'news.taken-off')
    this.reason = reason
    this.at = at
  }
}

/** One article of the public: its page, its neighbours by rule. */
export async function findArticle(
  client: PoolClient,
  { article, page: asked, all }: ViewParams<'news-article'>,
  rules: NewsRules,
): Promise<FoundArticle> {
  const { rows } = await client.query<Stored>(
    `select ${columns}, p.source, p.demand, p.held, p.comments, p.blocks, p.version, p.state, p.note, p.note_text, p.reason, p.changed_at
     from ${joins} where p.realm = $1 and p.id = $2`,
    [realmOfId(article), article],
  )
  const row = rows[0]
  if (!row) throw new Fault(404, 'not-found', { field: 'article' })
  if (row.state === 'withdrawn') throw new TakenOff(row.reason, row.changed_at.toISOString())
  const blocks = (row.blocks as Block[])
    .map((block, n) => ({ block, n }))
    .filter(({ block }) => row.held || !tellsOfPerson(block))
  const pages = pagesOf(
    blocks.map(({ block }) => block),
    rules.pageCharacters,
  )
  const page = Number(asked ?? '1')
  if (page > Math.max(1, pages.length)) throw new Fault(404, 'not-found', { field: 'page' })
  const before = pages.slice(0, page - 1).flat().length
  const shown = all ? blocks : blocks.slice(before, before + (pages[page - 1]?.length ?? 0))
  // Taken back, and the follower has not been here yet: the reader sees the version that is on its way.
  const heldBack = row.held ? {} : { version: row.version + 1, note: 'person' as const, noteText: null }
  return {
    article: newsRow(row),
    unit: row.unit,
    source: row.source,
    ...{ version: row.version, note: row.note, noteText: row.note_text, ...heldBack },
    changedAt: row.changed_at.toISOString(),
    tells: row.demand !== null,
    ...{ page, pages: Math.max(1, pages.length), all: all === '1', blocks: shown },
    commentsOpen: row.comments && row.demand === null,
    related: await relatedTo(client, row, rules.related),
    hot: await hotIn(client, row, rules.hot),
  }
}

/** 相关推荐: the other parts of the series in their order, then the latest of a topic they share. By rule, not by clicks. */
async function relatedTo(client: PoolClient, { id, series, topics }: Stored, most: number): Promise<NewsRow[]> {
  const { rows } = await client.query<Stored>(
    `select ${columns} from ${joins} where p.state = 'released' and p.id <> $1 and (p.series = $2 or p.topics && $3)
     order by p.series is not distinct from $2 desc, case when p.series = $2 then p.part end nulls last,
       p.released_at desc, p.id desc limit $4`,
    [id, series, topics, most],
  )
  return rows.map(newsRow)
}

/** 热点推荐: the latest released articles of the same paper. */
async function hotIn(client: PoolClient, { id, unit }: Stored, most: number): Promise<NewsRow[]> {
  const { rows } = await client.query<Stored>(
    `select ${columns} from ${joins} where p.state = 'released' and p.id <> $1 and p.unit = $2
     order by p.released_at desc, p.id desc limit $3`,
    [id, unit, most],
  )
  return rows.map(newsRow)
}

/** A picture of a published article by the place of its block; null where it is none, or no longer the public's to see. */
export async function findPicture(client: PoolClient, article: string, n: number): Promise<string | null> {
  const { rows } = await client.query<Stored>(
    `select blocks -> $3::int as block, held from published where realm = $1 and id = $2 and state = 'released'`,
    [realmOfId(article), article, n],
  )
  const block = rows[0]?.block as Block | null | undefined
  if (block?.kind !== 'picture' || (!rows[0].held && tellsOfPerson(block))) return null
  return block.image
}
