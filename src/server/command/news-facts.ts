import type { SeatedUnit } from '../../domain/account/facts.ts'
import type { Block, FrozenFigure } from '../../domain/article/block.ts'
import type { ArticleCommand } from '../../domain/article/command.ts'
import type { ArticleFacts, ReleaseFacts } from '../../domain/article/facts.ts'
import type { ArticleState } from '../../domain/article/state.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { realmOfId } from '../../domain/id.ts'
import { measures } from '../../domain/measure/measure.ts'
import { countForArticle } from '../view/article-figure.ts'
import { consentOf, findingsOf, namedIn, openWords } from '../view/article-words.ts'
import type { BatchDesk } from './noun.ts'

/** A union in force with its ancestors. */
export async function seatOf(desk: BatchDesk, unit: number | undefined): Promise<SeatedUnit | null> {
  const found = unit === undefined ? null : await desk.context.directory.unit(desk.client, unit)
  return found && { unit: found.id, path: found.path, realm: found.realm }
}

/** The first code that is no topic 专题. */
export function unknownTopic({ context: { rules } }: BatchDesk, topics: readonly string[]): string | null {
  return topics.find((code) => !rules.news.topics.some((topic) => topic.code === code)) ?? null
}

/** What the rules of a text look at. */
export async function textFacts(
  desk: BatchDesk,
  command: ArticleCommand,
  unit: number | undefined,
): Promise<Omit<ArticleFacts, 'actor' | 'unit'>> {
  const reason = command.kind === 'article.withdraw' ? command.reason : null
  const reasonKnown = reason === null || desk.context.rules.news.withdrawals.some(({ code }) => code === reason)
  const commentsAllowed = desk.context.rules.news.comments.open
  const common = { reasonKnown, commentsAllowed }
  if (!('blocks' in command)) return { seriesKnown: true, topicUnknown: null, measureUnknown: null, ...common }
  const counted: readonly string[] = measures
  const wanted = command.blocks.flatMap((block) => (block.kind === 'figure' ? [block.measure] : []))
  return {
    seriesKnown: command.series === undefined || (await seriesOf(desk, command.series, unit)),
    topicUnknown: unknownTopic(desk, command.topics),
    measureUnknown: wanted.find((measure) => !counted.includes(measure)) ?? null,
    ...common,
  }
}

async function seriesOf({ client }: BatchDesk, series: string, unit: number | undefined): Promise<boolean> {
  const { rowCount } = await client.query('select from series where realm = $1 and id = $2 and unit = $3', [
    realmOfId(series),
    series,
    unit ?? null,
  ])
  return rowCount === 1
}

/** What publishing and taking off look at: the words themselves, what in them may point to somebody, and the consent. */
export async function releaseFacts(
  desk: BatchDesk,
  command: ArticleCommand,
  state: ArticleState,
): Promise<Partial<Omit<ReleaseFacts, keyof ArticleFacts>>> {
  if (command.kind !== 'article.release' && command.kind !== 'article.withdraw' && command.kind !== 'article.take-back')
    return {}
  const release = command.kind === 'article.release'
  const ref = release ? state.words : state.public?.words
  const head = release ? state.head : state.public?.head
  const words = ref ? await openWords(desk.client, desk.context.subjectKeys, state.id, ref, 'machine') : null
  const found =
    head?.tells === 'worker' && head.demand
      ? await consentOf(desk.client, head.demand, release ? state.unit : undefined)
      : null
  // Agreed to again, after the text that is public: that text stands on what was taken back (ADR 30).
  const later = !release && found !== null && found.given_at > new Date(state.public?.changedAt ?? 0)
  const consent = later ? null : found && { name: found.name, picture: found.picture }
  if (!release || !words) return { words, consent, findings: [], named: [], frozen: {} }
  const known = { assisted: found?.assisted ?? false, mayName: found?.name ?? false }
  const findings = await findingsOf(desk.client, desk.context.rules.checkWords, words, known)
  const named = found && head?.demand ? await namedIn(desk.client, desk.context.subjectKeys, head.demand, words) : []
  return { words, consent, findings, named, frozen: await frozenOf(desk, state.unit, words.blocks) }
}

async function frozenOf(desk: BatchDesk, unit: number, blocks: readonly Block[]) {
  const frozen: Record<number, FrozenFigure> = {}
  const on = localDateOf(desk.now.getTime())
  for (const [at, block] of blocks.entries())
    if (block.kind === 'figure' && block.mode === 'frozen')
      frozen[at] = { n: await countForArticle(desk.client, unit, block, desk.context.rules.figures, desk.now), on }
  return frozen
}
