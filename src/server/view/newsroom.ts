import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import type { NewsVerb } from '../../domain/article/command.ts'
import { mayPublish, newsVerbs } from '../../domain/article/may.ts'
import type { ArticleState } from '../../domain/article/state.ts'
import { isForComments, statusOf } from '../../domain/article/state.ts'
import { realmOfId } from '../../domain/id.ts'
import type { Named, Rules } from '../../domain/rules.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import type { Look } from '../vault/looked.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { articleOf, consentOf, findingsOf, openWords } from './article-words.ts'
import { reading } from './scope.ts'
import { shownBlocks } from './shown-block.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type From = {
  readonly reader: Pool
  readonly writer: Pool
  readonly subjectKeys: SubjectKeys
  readonly look: Look
  readonly rules: Rules
  readonly now: Date
}

const pageSize = 20

/** The own paper, last changed first [article_unit]. Titles are opened one by one: they may name a worker and are sealed. */
export async function newsroomOf(
  { reader, writer, subjectKeys, rules, takesComments }: From & { readonly takesComments: boolean },
  actor: Staff,
  after: string | undefined,
): Promise<ViewAnswer<'newsroom'>> {
  const found = await reading(reader, actor, async (client) => {
    const unit = await unitOf(client, actor)
    return { unit, ...(await rowsOf(client, actor.unit, after)) }
  })
  const { unit, rows, series, consents } = found
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    unit: { id: unit.id, name: unit.name, realm: unit.realm },
    verbs: [...newsVerbs(actor, unit.path)],
    takesComments,
    articles: await withClient(writer, (client) => withTitles(client, subjectKeys, page)),
    after: last && rows.length > pageSize ? `${last.changed_at.toISOString()} ${last.id}` : null,
    series: series.map(({ id, title, topic }) => ({ series: id, title, topic })),
    consents: consents.map(({ demand, number, pseudonym, topic, name, picture, assisted, given_at }) => ({
      ...{ demand, number, pseudonym, topic, name, picture, assisted, givenAt: given_at.toISOString() },
    })),
    topics: rules.news.topics.map(plain),
    withdrawals: rules.news.withdrawals.filter(({ code }) => code !== 'consent').map(plain),
    measures: Object.entries(rules.figures.measures).map(([code, { name }]) => ({ code, ...name })),
  }
}

const plain = ({ code, name }: Named) => ({ code, ...name })

/** The union of the post, for whoever may read its paper. */
async function unitOf(client: PoolClient, actor: Staff) {
  const { rows } = await client.query('select id, name, realm, ancestors as path from unit where id = $1', [actor.unit])
  const unit = rows[0]
  if (!unit || mayPublish(actor, 'article.read', [actor.unit]) !== 'yes') throw new Fault(403, 'not-allowed')
  return { id: Number(unit.id), name: String(unit.name), realm: Number(unit.realm), path: [actor.unit] }
}

async function rowsOf(client: PoolClient, unit: number, after: string | undefined) {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(after ?? '')
  const articles = await client.query(
    `select realm, id, series, part, status, stage, tells, public_version, changed_at from article
     where unit = $1 and ($2::timestamptz is null or (changed_at, id) < ($2, $3::uuid))
     order by changed_at desc, id desc limit $4`,
    [unit, match?.[1] ?? null, match?.[2] ?? null, pageSize + 1],
  )
  const series = await client.query('select id, title, topic from series where unit = $1 order by id desc limit 200', [
    unit,
  ])
  const consents = await client.query(
    `select demand, number, pseudonym, topic, name, picture, assisted, given_at from consent
     where purpose = 'public-story' order by given_at desc, demand limit 100`,
  )
  return { rows: articles.rows, series: series.rows, consents: consents.rows }
}

// biome-ignore lint/suspicious/noExplicitAny: rows as pg gives them
async function withTitles(client: PoolClient, keys: SubjectKeys, rows: readonly any[]) {
  const articles: ViewAnswer<'newsroom'>['articles'] = []
  for (const { id, series, part, status, stage, tells, public_version: version, changed_at } of rows) {
    const state = await articleOf(client, id)
    const words = state && (await openWords(client, keys, id, wordsNow(state), 'heading'))
    const waits = stage === 'offered'
    const common = { article: id, title: words?.title ?? '', series, part, status, waits, tells, version }
    articles.push({ ...common, changedAt: changed_at.toISOString() })
  }
  return articles
}

/** The text the paper works on: what waits, else what is public. Never what was taken out of it. */
function wordsNow({ stage, words, public: told }: ArticleState) {
  return stage === 'settled' && told ? told.words : words
}

/** One article of the own paper. Another union's reads as not there. */
export async function articlePage(
  { reader, writer, subjectKeys, look, rules, now }: From,
  actor: Staff,
  article: string,
): Promise<ViewAnswer<'article'>> {
  const seen = await reading(reader, actor, async (client) => {
    const { rows } = await client.query('select path from article where realm = $1 and id = $2', [
      realmOfId(article),
      article,
    ])
    return rows[0] as { path: number[] } | undefined
  })
  if (!seen || mayPublish(actor, 'article.read', seen.path) !== 'yes')
    throw new Fault(404, 'not-found', { field: 'article' })
  const state = await withClient(writer, (client) => articleOf(client, article))
  if (!state) throw new Fault(404, 'not-found', { field: 'article' })
  // Before a connection is taken: the record needs one too.
  const by = state.withdrawn ? null : await look(article, 'text')
  return withClient(writer, async (client) => {
    const words = by && (await openWords(client, subjectKeys, article, wordsNow(state), by))
    const head = state.stage === 'settled' && state.public ? state.public.head : state.head
    const consent = head.demand ? await consentOf(client, head.demand, state.unit) : null
    const findings = words
      ? await findingsOf(client, rules.checkWords, words, {
          assisted: consent?.assisted ?? false,
          mayName: consent?.name ?? false,
        })
      : []
    const blocks = words?.blocks.map((block, n) => ({ block, n })) ?? []
    const { series = null, part = null, author, source, topics, tells, demand = null } = head
    const mine = state.writers.includes(actor.account)
    return {
      ...{
        article,
        status: statusOf(state),
        waits: state.stage === 'offered',
        version: await versionOf(client, article),
      },
      ...{ series, part, author, source, topics: [...topics], tells, demand, consent, mine, comments: state.comments },
      ...{ title: words?.title ?? '', titleTells: words?.titleTells ?? false, findings: [...findings] },
      blocks: await shownBlocks(client, state.unit, blocks, rules.figures, { images: true, now }),
      ...{ publicVersion: state.public?.version ?? null, note: state.public?.note ?? null },
      verbs: newsVerbs(actor, state.path).filter((verb) =>
        fits(verb, state, { mine, commentsAllowed: rules.news.comments.open }),
      ),
    }
  })
}

/** The verbs that could be accepted as it stands: exactly the buttons of its page. */
function fits(verb: NewsVerb, state: ArticleState, facts: { mine: boolean; commentsAllowed: boolean }): boolean {
  const { stage, public: told, withdrawn, comments } = state
  if (withdrawn) return false
  switch (verb) {
    case 'article.revise':
      return !told
    case 'article.offer':
      return stage === 'draft'
    case 'article.release':
      return stage === 'offered' && !facts.mine
    case 'article.correct':
    case 'article.withdraw':
      return told !== null
    case 'article.comments':
      return comments || (facts.commentsAllowed && isForComments(state))
    case 'article.read':
    case 'article.write':
    case 'series.open':
      return false
  }
}

async function versionOf(client: PoolClient, article: string): Promise<number> {
  const { rows } = await client.query('select version from stream where realm = $1 and stream = $2', [
    realmOfId(article),
    article,
  ])
  return Number(rows[0]?.version ?? 0)
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}
