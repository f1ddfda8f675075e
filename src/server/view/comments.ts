import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { commentVerbs, mayOnComment } from '../../domain/comment/may.ts'
import type { CommentStatus } from '../../domain/comment/state.ts'
import { realmOfId } from '../../domain/id.ts'
import type { Rules } from '../../domain/rules.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { openOf } from '../vault/content.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { articleOf, openWords } from './article-words.ts'
import { reading } from './scope.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type From = { readonly reader: Pool; readonly writer: Pool; readonly subjectKeys: SubjectKeys; readonly rules: Rules }

const pageSize = 20
const text = { part: 'text', kind: 'comment.text' } as const

/** How many published comments stand under an article, and the latest of them in the order of their time [comment_published]. */
export async function publicComments(
  { writer, subjectKeys }: Pick<From, 'writer' | 'subjectKeys'>,
  article: string,
  most: number,
): Promise<{ readonly n: number; readonly list: ViewAnswer<'news-article'>['commentList'] }> {
  const client = await writer.connect()
  try {
    const { rows } = await client.query<{ id: string; at: Date; n: number }>(
      `select id, published_at as at, count(*) over ()::int as n from comment
       where article = $1 and status = 'published' order by published_at desc, id desc limit $2`,
      [article, most],
    )
    const texts = await openOf(
      client,
      subjectKeys,
      realmOfId(article),
      rows.map(({ id }) => id),
      text,
      'to-anybody',
    )
    const list = rows.reverse().flatMap(({ id, at }) => {
      const said = texts.get(id)
      return said === undefined ? [] : [{ text: said, publishedAt: at.toISOString() }]
    })
    return { n: rows[0]?.n ?? 0, list }
  } finally {
    client.release()
  }
}

/** Comments on the own paper [comment_unit]: those that wait, oldest first; or all, last written first. */
export async function commentsOf(
  { reader, writer, subjectKeys, rules }: From,
  actor: Staff,
  { list, after }: ViewParams<'comments'>,
): Promise<ViewAnswer<'comments'>> {
  if (mayOnComment(actor, 'comment.read', [actor.unit]) !== 'yes') throw new Fault(403, 'not-allowed')
  const waiting = list === 'waiting'
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(after ?? '')
  const found = await reading(reader, actor, async (client) => {
    const { rows } = await client.query<Stored>(
      `select realm, id, article, path, status, reason, written_at from comment
       where unit = $1 and ($2 = false or status = 'waiting')
         and ($3::timestamptz is null or case when $2 then (written_at, id) > ($3, $4::uuid) else (written_at, id) < ($3, $4::uuid) end)
       order by case when $2 then written_at end, case when $2 then id end, written_at desc, id desc limit $5`,
      [actor.unit, waiting, match?.[1] ?? null, match?.[2] ?? null, pageSize + 1],
    )
    return rows
  })
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  const client = await writer.connect()
  try {
    const { comments } = rules.news
    return {
      allowed: comments.open,
      rows: await shown(client, subjectKeys, actor, page),
      after: last && found.length > pageSize ? `${last.written_at.toISOString()} ${last.id}` : null,
      reasons: comments.refusals.map(({ code, name }) => ({ code, ...name })),
    }
  } finally {
    client.release()
  }
}

type Stored = {
  readonly realm: number
  readonly id: string
  readonly article: string
  readonly path: readonly number[]
  readonly status: CommentStatus
  readonly reason: string | null
  readonly written_at: Date
}

/** Words of comments taken back are nobody's to read any longer; titles are opened once an article. */
async function shown(client: PoolClient, keys: SubjectKeys, actor: Staff, rows: readonly Stored[]) {
  const titles = new Map<string, string>()
  for (const article of new Set(rows.map((row) => row.article))) {
    const told = (await articleOf(client, article))?.public
    titles.set(article, (told && (await openWords(client, keys, article, told.words, 'heading'))?.title) ?? '')
  }
  const texts = new Map<string, string>()
  for (const realm of new Set(rows.map((row) => row.realm))) {
    const own = rows.filter((row) => row.realm === realm && row.status !== 'withdrawn').map(({ id }) => id)
    for (const [id, said] of await openOf(client, keys, realm, own, text, 'to-anybody')) texts.set(id, said)
  }
  return rows.map(({ id, article, path, status, reason, written_at }) => ({
    ...{ comment: id, article, title: titles.get(article) ?? '', text: texts.get(id) ?? null, status, reason },
    ...{ writtenAt: written_at.toISOString(), verbs: [...commentVerbs(actor, { path, status })] },
  }))
}

/** What its writer sees of a comment, by number and code. */
export async function ownComment(
  { writer, subjectKeys }: Pick<From, 'writer' | 'subjectKeys'>,
  comment: string,
): Promise<{
  readonly article: string
  readonly status: CommentStatus
  readonly reason: string | null
  readonly text: string | null
}> {
  const client = await writer.connect()
  try {
    const realm = realmOfId(comment)
    const { rows } = await client.query<Pick<Stored, 'article' | 'status' | 'reason'>>(
      'select article, status, reason from comment where realm = $1 and id = $2',
      [realm, comment],
    )
    if (!rows[0]) throw new Fault(404, 'not-found')
    const texts = await openOf(client, subjectKeys, realm, [comment], text, 'to-anybody')
    return { ...rows[0], text: texts.get(comment) ?? null }
  } finally {
    client.release()
  }
}
