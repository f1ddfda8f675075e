import { z } from 'zod'
import type { Letter } from '../../domain/letter.ts'
import { slotsOf } from '../../domain/notice.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { code, level, named, said, some, span, text } from './schema-parts.ts'

const slot = z.string().regex(/^[a-zA-Z]+$/, 'must be a word of letters')

/** `letters.yaml` */
export const lettersFile = z.strictObject({
  version: said,
  letters: some(
    named.extend({
      code,
      to: z.enum(['employer', 'department', 'worker', 'unit']),
      from: level,
      reply: z.union(
        [span, z.literal('order-due'), z.null()],
        'must be order-due, null, or one span such as { workingDays: 15 }',
      ),
      law: some(said),
      fields: some(named.extend({ code: slot, person: z.boolean().default(false) })),
      text,
    }),
  ),
})
type File = RulesFile<z.infer<typeof lettersFile>>

/**
 * Refuses a repeated code, a slot without a field and a field without a slot, a date of reply where none is asked for, and
 * a field that says who the worker is in a letter that leaves the union (domain §4 rules 4 and 8).
 */
export function buildLetters(file: File): readonly Letter[] {
  const { letters } = file.value
  refuseRepeats(file, ['letters'], letters, 'code')
  return letters.map(({ zh, en, fields, ...letter }, at) => {
    refuseRepeats(file, ['letters', at, 'fields'], fields, 'code')
    for (const language of ['zh', 'en'] as const) {
      const used = slotsOf(letter.text[language])
      for (const name of used) {
        if (!fields.some((field) => field.code === name))
          file.refuse(['letters', at, 'text', language], `{${name}} is no field; add it to fields or correct it`)
      }
      for (const [fieldAt, field] of fields.entries()) {
        if (!used.includes(field.code))
          file.refuse(
            ['letters', at, 'fields', fieldAt, 'code'],
            `${field.code} is missing in the ${language} text; use it or take it out`,
          )
      }
    }
    const replies = fields.some((field) => field.code === 'replyBy')
    if (replies !== (letter.reply !== null))
      file.refuse(
        ['letters', at, 'reply'],
        replies ? 'is null although replyBy is a field; state how long' : 'is asked for; add the field replyBy',
      )
    for (const [fieldAt, field] of fields.entries()) {
      if (field.person && letter.to !== 'worker')
        file.refuse(
          ['letters', at, 'fields', fieldAt, 'person'],
          `a letter to the ${letter.to} never says who the worker is; take the field out`,
        )
    }
    return {
      ...letter,
      name: { zh, en },
      fields: fields.map((field) => ({
        code: field.code,
        name: { zh: field.zh, en: field.en },
        person: field.person,
      })),
    }
  })
}
