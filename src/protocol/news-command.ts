import * as z from 'zod/mini'
import { Code, Id, Int, longText, Short, shortText, Text } from './shape.ts'

const nothing = z.object({})
const Month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
/** A title or a name: one line, not empty. */
const Line = Short.check(z.minLength(1), z.regex(/^[^\n\r]*\S[^\n\r]*$/))
const person = z.optional(z.boolean())

/** Most base64 characters of a picture: what a phone shows of it, and a page of the worker's door stays small. */
export const pictureMost = 65_536

/** One block of an article: plain text, a picture (PNG or JPEG, base64), or a figure counted for the union. */
export const BlockShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['paragraph', 'heading', 'quote', 'item']), text: Text, person }),
  z.strictObject({
    kind: z.literal('picture'),
    image: z.string().check(z.regex(/^(iVBORw0KGgo|\/9j\/)[A-Za-z0-9+/]+={0,2}$/), z.maxLength(pictureMost)),
    alt: Short.check(z.minLength(1)),
    person,
  }),
  z.strictObject({
    kind: z.literal('figure'),
    measure: Code,
    cut: z.optional(z.string().check(z.regex(/^(topic|group):[A-Za-z0-9-]{1,20}$/))),
    from: Month,
    to: Month,
    mode: z.enum(['live', 'frozen']),
  }),
])

const text = {
  series: z.optional(Id),
  part: z.optional(z.int().check(z.gte(1), z.lte(999))),
  title: Line,
  titleTells: z.optional(z.boolean()),
  blocks: z.array(BlockShape).check(z.minLength(1), z.maxLength(400)),
  author: Line,
  source: Line,
  topics: z.array(Code).check(z.maxLength(5)),
  tells: z.enum(['nobody', 'worker']),
  demand: z.optional(Id),
}

/** Commands of the news room. Texts are sealed; what the public reads is a copy that can be taken off. */
export const newsCommands = {
  'series.open': {
    doc: 'Open a series of articles of a union.',
    noun: 'series',
    who: ['staff'],
    body: z.strictObject({ unit: Int, title: Line, topic: z.optional(Code) }),
    result: nothing,
  },
  'article.write': {
    doc: 'Write an article: a draft nobody outside the paper reads. `tells: worker` names the demand under whose receipt the worker agrees.',
    noun: 'article',
    who: ['staff', 'operator'],
    body: z.strictObject({ unit: Int, ...text }),
    result: nothing,
  },
  'article.revise': {
    doc: 'Write a draft anew, whole. What was offered goes back to its writers.',
    noun: 'article',
    who: ['staff'],
    body: z.strictObject({ article: Id, ...text }),
    result: nothing,
  },
  'article.offer': {
    doc: 'Offer a draft for release.',
    noun: 'article',
    who: ['staff'],
    body: z.strictObject({ article: Id }),
    result: nothing,
  },
  'article.release': {
    doc: 'Publish what was offered; another person than its writers. `answers`: one for everything the check found.',
    noun: 'article',
    who: ['staff'],
    body: z.strictObject({
      article: Id,
      answers: z.optional(
        z
          .array(
            z.strictObject({
              finding: z.string().check(z.regex(/^-?\d{1,4}\.[a-z-]{1,20}\.\d{1,6}$/)),
              answer: z.enum(['public', 'agreed', 'nobodys']),
            }),
          )
          .check(z.maxLength(400)),
      ),
    }),
    result: nothing,
  },
  'article.correct': {
    doc: 'Offer another text in the place of a published one, with a note that is printed. The version before is kept, sealed.',
    noun: 'article',
    who: ['staff'],
    body: z.strictObject({ article: Id, ...text, note: z.string().check(z.minLength(1), z.maxLength(shortText)) }),
    result: nothing,
  },
  'article.withdraw': {
    doc: 'Take a published article off, the whole or what it tells of the worker.',
    noun: 'article',
    who: ['staff', 'system'],
    body: z.strictObject({ article: Id, what: z.enum(['whole', 'person']), reason: Code }),
    result: nothing,
  },
  'article.comments': {
    doc: 'Open a published article to comments of readers, or close it. Off until then, and off where the federation takes none.',
    noun: 'article',
    who: ['staff'],
    body: z.strictObject({ article: Id, open: z.boolean() }),
    result: nothing,
  },
  'article.take-back': {
    doc: 'Take off what is told of a worker whose consent is no longer in force.',
    noun: 'article',
    who: ['system'],
    body: z.strictObject({ article: Id }),
    result: nothing,
  },
} as const

/** Longest text of an imported file, in UTF-16 units. */
export const importMost = longText * 40
