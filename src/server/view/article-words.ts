import type { ClientBase } from 'pg'
import { type Words, wordsOfBlock } from '../../domain/article/block.ts'
import { namesPerson } from '../../domain/article/called.ts'
import { evolve, type PastArticleEvent } from '../../domain/article/evolve.ts'
import { findingsIn } from '../../domain/article/findings.ts'
import type { ArticleState } from '../../domain/article/state.ts'
import type { ContentRef } from '../../domain/decision.ts'
import { realmOfId } from '../../domain/id.ts'
import { openPart } from '../vault/content.ts'
import type { Looked, Unrecorded } from '../vault/looked.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'

/** An article as it stands now, folded from all its events. */
export async function articleOf(client: Pick<ClientBase, 'query'>, article: string): Promise<ArticleState | null> {
  const { rows } = await client.query<PastArticleEvent & { at: Date }>(
    `select stream, kind, body, at from event where realm = $1 and stream = $2 and noun = 'article' order by version`,
    [realmOfId(article), article],
  )
  return rows.reduce<ArticleState | null>(
    (state, row) => evolve(state, { ...row, at: (row.at as unknown as Date).toISOString() } as PastArticleEvent),
    null,
  )
}

/** What may point to somebody in these words. */
export async function findingsOf(
  client: ClientBase,
  checkWords: readonly string[],
  words: Words,
  { assisted, mayName }: { readonly assisted: boolean; readonly mayName: boolean },
): Promise<ReturnType<typeof findingsIn>> {
  const text = [words.title, ...words.blocks.map((block) => ('text' in block ? block.text : ''))].join('\n')
  const { rows } = await client.query<{ name: string }>(
    'select distinct name from employer where position(name in $1) > 0 order by name',
    [text],
  )
  return findingsIn(words, { checkWords, employers: rows.map(({ name }) => name), assisted, mayName })
}

/**
 * Where the worker is named who agreed under a demand. The name is opened for nobody to see, as a number is for a notice; that a
 * release was refused for it is on record.
 */
export async function namedIn(client: ClientBase, keys: SubjectKeys, demand: string, words: Words) {
  const opened = await openPart(client, keys, realmOfId(demand), demand, 'identity', 'machine')
  const names = [...opened.values()].flatMap(({ kind, value }) => (kind === 'identity' ? nameIn(value) : []))
  const texts = [
    { block: -1, text: words.title },
    ...words.blocks.map((block, at) => ({ block: at, text: wordsOfBlock(block) })),
  ]
  return texts.flatMap(({ block, text }) => (names.some((name) => namesPerson(text, name)) ? [block] : []))
}

function nameIn(identity: string): readonly string[] {
  const value: unknown = JSON.parse(identity)
  return typeof value === 'object' && value !== null && 'name' in value ? [String(value.name)] : []
}

/**
 * The consent to a story in force under a demand.
 * @param keep `for share`: nobody takes it back before this transaction ends
 * @param unit only where this union may know of it: nobody tells of a worker on another union's consent
 */
export async function consentOf(client: ClientBase, demand: string, unit?: number, keep: '' | 'for share' = '') {
  const { rows } = await client.query<{ name: boolean; picture: boolean; assisted: boolean; given_at: Date }>(
    `select name, picture, assisted, given_at from consent where realm = $1 and demand = $2 and purpose = 'public-story'
       and ($3::integer is null or ($3 = any (reach_units) and not $3 = any (blocked_units))) ${keep}`,
    [realmOfId(demand), demand, unit ?? null],
  )
  return rows[0] ?? null
}

/** The words a reference stands for; null where they are not in the vault (any more, or not yet: written in this batch). */
export async function openWords(
  client: ClientBase,
  keys: SubjectKeys,
  article: string,
  ref: ContentRef,
  by: Looked | Unrecorded,
): Promise<Words | null> {
  const texts = await openPart(client, keys, realmOfId(article), article, 'text', by)
  const text = texts.get(ref.id)?.value
  return text === undefined ? null : (JSON.parse(text) as Words)
}
