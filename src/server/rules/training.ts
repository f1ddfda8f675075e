import { z } from 'zod'
import { roles } from '../../domain/actor.ts'
import { suggestionCauses, type TrainingRules } from '../../domain/training/rules.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { code, count, day, level, named, names, said, some, text } from './schema-parts.ts'

/** `training.yaml` */
export const trainingFile = z.strictObject({
  version: said,
  families: some(z.strictObject({ code, ...names, scope: text, levels: some(level).optional(), tags: some(named) })),
  lessonMinutes: count,
  partTimeDays: count,
  before: z.array(z.strictObject({ role: z.enum(roles), tag: code, mode: z.enum(['warn', 'require']), from: day })),
  suggestDays: count,
  suggest: z.array(z.strictObject({ cause: z.enum(suggestionCauses), tags: some(code) })),
})
type File = RulesFile<z.infer<typeof trainingFile>>

/** Refuses a tag that stands twice, and one that is asked for or suggested and stands nowhere. */
export function buildTraining(file: File): TrainingRules {
  const { families, before, suggest, ...rest } = file.value
  refuseRepeats(file, ['families'], families, 'code')
  const known = new Set<string>()
  for (const [at, { tags }] of families.entries())
    for (const [n, tag] of tags.entries()) {
      if (known.has(tag.code))
        file.refuse(['families', at, 'tags', n, 'code'], `${tag.code} stands twice; give each its own or take one out`)
      known.add(tag.code)
    }
  for (const [at, { tag }] of before.entries())
    if (!known.has(tag)) file.refuse(['before', at, 'tag'], `${tag} is no tag of a family; name one that is`)
  refuseRepeats(file, ['suggest'], suggest, 'cause')
  for (const [at, { tags }] of suggest.entries())
    for (const [n, tag] of tags.entries())
      if (!known.has(tag)) file.refuse(['suggest', at, 'tags', n], `${tag} is no tag of a family; name one that is`)
  return {
    families: families.map(({ code, zh, en, scope, levels, tags }) => ({
      ...{ code, name: { zh, en }, scope, levels: levels ?? null },
      tags: tags.map((tag) => ({ code: tag.code, name: { zh: tag.zh, en: tag.en } })),
    })),
    ...{ lessonMinutes: rest.lessonMinutes, partTimeDays: rest.partTimeDays, before },
    ...{ suggestDays: rest.suggestDays, suggest },
  }
}
