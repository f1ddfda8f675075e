import { z } from 'zod'
import type { Law } from '../../domain/entitlement/law.ts'
import type { HelpRules } from '../../domain/help-rules.ts'
import type { Card } from '../../domain/knowledge/card.ts'
import { isOpenTopic, type Taxonomy } from '../../domain/topic.ts'
import { refuseLaws } from './help.ts'
import type { RulesFile } from './rules-file.ts'
import { code, day, said, some, text } from './schema-parts.ts'

/** `knowledge/<name>.yaml` */
export const knowledgeFile = z.strictObject({
  version: said,
  cards: some(
    z.strictObject({
      code,
      question: text,
      also: some(said),
      answer: some(text),
      law: some(said),
      validFrom: day,
      validTo: day.nullable().default(null),
      region: z
        .string()
        .regex(/^\d{6}(\d{3})?$/, 'must be a region code in quotes')
        .default('000000'),
      whereTo: some(code),
      papers: some(text),
      clock: code.nullable(),
      topics: some(z.string()),
      owner: code,
      reviewBy: day,
    }),
  ),
})

/** A file of cards. */
export type KnowledgeFile = RulesFile<z.infer<typeof knowledgeFile>>

/** What cards refer to. */
export type CardsKnown = {
  readonly laws: readonly Law[]
  readonly places: HelpRules['places']
  readonly legalClocks: ReadonlySet<string>
  readonly sections: ReadonlySet<string>
  readonly taxonomy: Taxonomy
}

/** All cards in the order of their files. Refuses a code that stands twice, in whatever file, and what is not there. */
export function buildCards(files: readonly KnowledgeFile[], known: CardsKnown): readonly Card[] {
  const seen = new Set<string>()
  for (const file of files)
    for (const [at, card] of file.value.cards.entries()) {
      const refuse = (key: string, problem: string) => file.refuse(['cards', at, key], problem)
      if (seen.has(card.code)) refuse('code', `${card.code} stands twice; give each its own or take one out`)
      seen.add(card.code)
      refuseLaws(file, ['cards', at, 'law'], card.law, known.laws)
      for (const place of card.whereTo)
        if (!known.places.some(({ code }) => code === place))
          refuse('whereTo', `${place} is no place of help.yaml; correct it`)
      for (const topic of card.topics)
        if (!isOpenTopic(known.taxonomy, topic))
          refuse('topics', `${topic} is no open leaf of taxonomy.yaml; correct it`)
      if (card.clock !== null && !known.legalClocks.has(card.clock))
        refuse('clock', `${card.clock} is no clock of legal-clocks.yaml; correct it`)
      if (!known.sections.has(card.owner)) refuse('owner', `${card.owner} is no section of sections.yaml; correct it`)
      if (card.validTo !== null && card.validTo < card.validFrom)
        refuse('validTo', 'is before validFrom; correct one of them')
    }
  return files.flatMap(({ value }) => value.cards)
}
