import { z } from 'zod'
import type { RaiseRules } from '../../domain/raise-rules.ts'
import type { Taxonomy } from '../../domain/topic.ts'
import { findTopic } from '../../domain/topic.ts'
import type { RulesFile } from './rules-file.ts'
import { count, said } from './schema-parts.ts'

/** `raise.yaml` */
export const raiseFile = z.strictObject({
  version: said,
  draftHours: count,
  topicWords: z.record(said, z.array(said).min(1)),
})

// A phone that is shared or lost must not tell of a matter for ever.
const LONGEST_DRAFT = 168

/** Refuses words for topics that are none, and drafts that outlive a week. */
export function buildRaise(file: RulesFile<z.infer<typeof raiseFile>>, taxonomy: Taxonomy): RaiseRules {
  const { draftHours, topicWords } = file.value
  if (draftHours > LONGEST_DRAFT)
    file.refuse(['draftHours'], `${draftHours} hours keep a draft too long; give ${LONGEST_DRAFT} or less`)
  for (const code of Object.keys(topicWords))
    if (findTopic(taxonomy, code) === undefined)
      file.refuse(['topicWords', code], `${code} is no topic; take it from taxonomy.yaml`)
  return { draftHours, topicWords: Object.entries(topicWords).map(([code, words]) => ({ code, words })) }
}
