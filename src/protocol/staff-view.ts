import * as z from 'zod/mini'
import { NamedUnion } from './demand-row.ts'
import { Id, Instant, Int } from './shape.ts'

const nullable = z.nullable
const named = z.object({ id: z.int(), name: z.string() })

/** Views on who is signed in, their office and what they were told, spread into the registry. */
export const staffViews = {
  me: {
    doc: 'Who is signed in, with posts and the post acted in. `lists`: whether that post reads lists of demands at all.',
    who: ['staff'],
    params: z.strictObject({}),
    answer: z.object({
      account: Id,
      login: z.string(),
      name: z.string(),
      mustChange: z.boolean(),
      csrf: z.string(),
      acting: nullable(Int),
      posts: z.array(
        z.object({ post: Int, unit: NamedUnion, realm: Int, section: nullable(z.string()), role: z.string() }),
      ),
      lists: z.boolean(),
      verbs: z.array(z.string()),
    }),
  },
  office: {
    doc: "A unit's office: small or strict, duty roster, sections, posts that could be on duty. Without `unit` the asker's own.",
    who: ['staff'],
    params: z.strictObject({ unit: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))) }),
    answer: z.object({
      unit: named,
      /** Of the unit: the id of a command on its office carries it. */
      realm: z.int(),
      small: z.boolean(),
      duties: z.array(
        z.object({
          entry: z.int(),
          post: nullable(z.int()),
          section: nullable(z.string()),
          role: nullable(z.string()),
          holder: nullable(z.string()),
          from: Instant,
          to: Instant,
          now: z.boolean(),
        }),
      ),
      onDuty: nullable(z.object({ unit: named, climbed: z.int(), posts: z.array(z.int()) })),
      sections: z.array(z.object({ section: z.string(), posts: z.int(), staffed: z.boolean() })),
      posts: z.array(z.object({ post: z.int(), section: nullable(z.string()), role: z.string(), holder: z.string() })),
      verbs: z.array(z.string()),
    }),
  },
  notices: {
    doc: "What the asker's union and section were told, newest first, fifty at most.",
    who: ['staff'],
    params: z.strictObject({}),
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          at: Instant,
          code: z.string(),
          text: z.object({ zh: z.string(), en: z.string() }),
          demand: nullable(Id),
          number: nullable(z.string()),
          state: z.string(),
          why: nullable(z.string()),
          sentAt: nullable(Instant),
        }),
      ),
    }),
  },
} as const
