import { z } from 'zod'
import type { NewsRules } from '../../domain/article/news-rules.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { count, named, said, some, text } from './schema-parts.ts'

/** A comment longer than this is an article. */
const shortEnough = 2000

/** `news.yaml` */
export const newsFile = z.strictObject({
  version: said,
  pageCharacters: count,
  latest: count,
  related: count,
  hot: count,
  topics: some(named),
  withdrawals: some(named),
  comments: z.strictObject({
    open: z.boolean(),
    mostCharacters: count.max(shortEnough),
    shown: count,
    codeMinutes: count.max(60),
    codesPerPhone: count,
    codesPerPlace: count,
    message: text,
    refusals: some(named),
  }),
})

/** Refuses codes that stand twice, and a list of reasons without the one the server itself gives. */
export function buildNews(file: RulesFile<z.infer<typeof newsFile>>): NewsRules {
  const { version: _, topics, withdrawals, comments, ...counts } = file.value
  refuseRepeats(file, ['topics'], topics, 'code')
  const reasons = refuseRepeats(file, ['withdrawals'], withdrawals, 'code')
  if (!reasons.has('consent')) file.refuse(['withdrawals'], 'consent is missing; the server gives it as a reason')
  refuseRepeats(file, ['comments', 'refusals'], comments.refusals, 'code')
  for (const locale of ['zh', 'en'] as const)
    if (!comments.message[locale].includes('{code}'))
      file.refuse(['comments', 'message', locale], '{code} is missing; nobody could type it in')
  const plain = ({ code, zh, en }: (typeof topics)[number]) => ({ code, name: { zh, en } })
  return {
    ...{ ...counts, topics: topics.map(plain), withdrawals: withdrawals.map(plain) },
    comments: { ...comments, refusals: comments.refusals.map(plain) },
  }
}
