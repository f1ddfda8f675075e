import * as z from 'zod/mini'
import { Code, Id, Instant } from './shape.ts'

const nullable = z.nullable
const named = z.object({ code: z.string(), zh: z.string(), en: z.string() })
const tellings = z.enum(['nobody', 'worker'])

/** A block as it is shown: a figure with its count now, or as it was frozen; null where it is too few to be told. */
export const ShownBlock = z.union([
  z.object({
    kind: z.enum(['paragraph', 'heading', 'quote', 'item']),
    text: z.string(),
    person: z.optional(z.boolean()),
  }),
  /** `image` at the desk; the public page asks for it by its place `n`. */
  z.object({
    kind: z.literal('picture'),
    alt: z.string(),
    n: z.int(),
    image: z.optional(z.string()),
    person: z.optional(z.boolean()),
  }),
  z.object({
    kind: z.literal('figure'),
    measure: z.string(),
    name: z.object({ zh: z.string(), en: z.string() }),
    cut: nullable(z.string()),
    from: z.string(),
    to: z.string(),
    mode: z.enum(['live', 'frozen']),
    n: nullable(z.int()),
    on: nullable(z.string()),
  }),
])
/** A block as it is shown. */
export type ShownBlock = z.infer<typeof ShownBlock>

/** One line of a list of what is published. `title` is empty where it told of a worker who took the consent back. */
export const NewsRow = z.object({
  article: Id,
  title: z.string(),
  series: nullable(Id),
  seriesTitle: nullable(z.string()),
  part: nullable(z.int()),
  author: z.string(),
  unit: z.object({ id: z.int(), name: z.string() }),
  topics: z.array(z.string()),
  releasedAt: Instant,
})
/** One line of a list of what is published. */
export type NewsRow = z.infer<typeof NewsRow>

const everybody = ['public', 'staff', 'claimant'] as const
const Page = z.string().check(z.regex(/^[1-9]\d{0,3}$/))
const After = z.string().check(z.maxLength(100))

/** What can be read of the news room. */
export const newsViews = {
  news: {
    doc: 'What is published, newest first; of a series its parts in order. `text`: found in title or text. Nothing of a worker who took the consent back is found or shown.',
    who: everybody,
    params: z.strictObject({
      series: z.optional(Id),
      topic: z.optional(Code),
      text: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
      after: z.optional(After),
    }),
    answer: z.object({
      series: nullable(z.object({ series: Id, title: z.string(), topic: nullable(z.string()) })),
      rows: z.array(NewsRow),
      after: nullable(z.string()),
    }),
  },
  'news-article': {
    doc: 'One published article: a page of it, or with `all=1` the whole text, with what is related by rule and the latest of this paper. `begins`: its first characters.',
    who: everybody,
    params: z.strictObject({ article: Id, page: z.optional(Page), all: z.optional(z.literal('1')) }),
    answer: z.object({
      article: NewsRow,
      source: z.string(),
      version: z.int(),
      changedAt: Instant,
      note: nullable(z.enum(['corrected', 'person'])),
      noteText: nullable(z.string()),
      tells: z.boolean(),
      page: z.int(),
      pages: z.int(),
      all: z.boolean(),
      blocks: z.array(ShownBlock),
      /** Published ones; 0 and none of them shown where comments are off. */
      comments: z.int(),
      commentsOpen: z.boolean(),
      commentList: z.array(z.object({ text: z.string(), publishedAt: Instant })),
      related: z.array(NewsRow),
      hot: z.array(NewsRow),
    }),
  },
  'news-card': {
    doc: 'The lines of the picture that is shared with an article: its title and nothing else of it.',
    who: everybody,
    params: z.strictObject({ article: Id }),
    answer: z.object({ lines: z.array(z.string()) }),
  },
  newsroom: {
    doc: 'The paper of the own union: its articles, last changed first, its series, and who agreed to be told about within reach.',
    who: ['staff'],
    params: z.strictObject({ after: z.optional(After) }),
    answer: z.object({
      unit: z.object({ id: z.int(), name: z.string(), realm: z.int() }),
      verbs: z.array(z.string()),
      /** False where the rules take no comments, or no message can be sent that verifies a writer's phone. */
      takesComments: z.boolean(),
      articles: z.array(
        z.object({
          article: Id,
          title: z.string(),
          series: nullable(Id),
          part: nullable(z.int()),
          status: z.enum(['draft', 'offered', 'released', 'withdrawn']),
          waits: z.boolean(),
          tells: tellings,
          version: nullable(z.int()),
          changedAt: Instant,
        }),
      ),
      after: nullable(z.string()),
      series: z.array(z.object({ series: Id, title: z.string(), topic: nullable(z.string()) })),
      consents: z.array(
        z.object({
          demand: Id,
          number: z.string(),
          pseudonym: z.string(),
          topic: nullable(z.string()),
          name: z.boolean(),
          picture: z.boolean(),
          assisted: z.boolean(),
          givenAt: Instant,
        }),
      ),
      topics: z.array(named),
      withdrawals: z.array(named),
      measures: z.array(named),
    }),
  },
  article: {
    doc: 'One article of the own paper as it was last written, with what in it may point to somebody and what may be done now.',
    who: ['staff'],
    params: z.strictObject({ article: Id }),
    answer: z.object({
      article: Id,
      version: z.int(),
      status: z.enum(['draft', 'offered', 'released', 'withdrawn']),
      waits: z.boolean(),
      series: nullable(Id),
      part: nullable(z.int()),
      author: z.string(),
      source: z.string(),
      topics: z.array(z.string()),
      tells: tellings,
      demand: nullable(Id),
      title: z.string(),
      titleTells: z.boolean(),
      blocks: z.array(ShownBlock),
      publicVersion: nullable(z.int()),
      note: nullable(z.enum(['corrected', 'person'])),
      mine: z.boolean(),
      comments: z.boolean(),
      consent: nullable(z.object({ name: z.boolean(), picture: z.boolean(), assisted: z.boolean() })),
      findings: z.array(z.object({ id: z.string(), kind: z.string(), block: z.int(), from: z.int(), to: z.int() })),
      verbs: z.array(z.string()),
    }),
  },
} as const
