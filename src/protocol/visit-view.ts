import * as z from 'zod/mini'
import { Code, Id, Instant, Int, LocalDay } from './shape.ts'

const nullable = z.nullable
const Whole = z.string().check(z.regex(/^[1-9]\d{0,8}$/))
const Cursor = z.string().check(z.maxLength(80))
const named = z.object({ id: z.int(), name: z.string() })
const where = {
  place: nullable(z.object({ id: Id, name: z.string() })),
  employer: nullable(named),
  region: nullable(z.string()),
}

/** One visit of a list: when, where, who went for which union, and how much came of it. No sentence, nobody met by name. */
export const VisitRow = z.object({
  id: Id,
  unit: named,
  status: z.enum(['planned', 'dropped', 'recorded']),
  /** Local day it was paid, or is planned for. */
  on: LocalDay,
  kind: nullable(z.string()),
  ...where,
  /** Who is planned to go: the post, and who holds it now. */
  post: nullable(z.object({ post: Int, holder: nullable(z.string()) })),
  met: z.int(),
  opinions: z.int(),
  explanations: z.int(),
  deeds: z.int(),
  /** The asker went, recorded it, or is planned to. */
  mine: z.boolean(),
  verbs: z.array(z.string()),
})
/** One visit of a list. */
export type VisitRow = z.infer<typeof VisitRow>

/** One contact point: its owner today, who is stationed there, when it was visited last. */
export const PlaceRow = z.object({
  id: Id,
  unit: named,
  name: z.string(),
  kind: z.string(),
  employer: nullable(named),
  region: z.string(),
  /** Who owns it now: the last post of the chain it was given to; null when that ended for good. */
  owner: nullable(z.object({ post: Int, holder: z.string() })),
  from: LocalDay,
  to: nullable(LocalDay),
  stationed: z.array(
    z.object({ entry: z.int(), post: Int, holder: nullable(z.string()), from: LocalDay, to: LocalDay }),
  ),
  lastVisitOn: nullable(LocalDay),
  verbs: z.array(z.string()),
})
/** One contact point. */
export type PlaceRow = z.infer<typeof PlaceRow>

const page = { after: nullable(z.string()) }
const period = { fromOn: z.optional(LocalDay), toOn: z.optional(LocalDay) }

/** Views of visits and contact points. Lists are of one union with everything below it; without `unit` the asker's own. */
export const visitViews = {
  visits: {
    doc: 'Visits that were paid, newest first, fifty a page.',
    who: ['staff'],
    params: z.strictObject({
      unit: z.optional(Whole),
      kind: z.optional(Code),
      employer: z.optional(Whole),
      ...period,
      after: z.optional(Cursor),
    }),
    answer: z.object({ rows: z.array(VisitRow), ...page, verbs: z.array(z.string()) }),
  },
  plans: {
    doc: "Planned visits of the asker's own union that were neither paid nor dropped, soonest first, a hundred at most. `mine`: only those of the asker's posts.",
    who: ['staff'],
    params: z.strictObject({ mine: z.optional(z.enum(['yes'])) }),
    answer: z.object({ rows: z.array(VisitRow), verbs: z.array(z.string()) }),
  },
  visit: {
    doc: 'One visit. What was said is opened for the team and for the head of its union; to others the sentences are null and they read counts. `demands`: those heard there that the asker may see; `sealed`: how many more the asker raised there oneself, confidential or anonymous. `looked`: who opened the sentences, this once included.',
    who: ['staff'],
    params: z.strictObject({ visit: Id }),
    answer: z.object({
      visit: VisitRow,
      startedAt: nullable(Instant),
      endedAt: nullable(Instant),
      submittedAt: nullable(Instant),
      recordedAt: nullable(Instant),
      team: z.array(z.object({ post: Int, holder: nullable(z.string()) })),
      opened: z.boolean(),
      opinions: z.array(z.object({ theme: nullable(z.string()), text: nullable(z.string()) })),
      explanations: z.array(z.object({ topic: nullable(z.string()), policy: nullable(z.string()) })),
      deeds: z.array(z.object({ deed: z.string(), text: nullable(z.string()) })),
      next: nullable(z.object({ on: nullable(LocalDay), text: nullable(z.string()) })),
      demands: z.array(z.object({ id: Id, number: z.string(), topic: nullable(z.string()) })),
      sealed: z.int(),
      corrections: z.int(),
      looked: z.array(z.object({ at: Instant, unit: named, person: nullable(z.string()) })),
    }),
  },
  'visits-at': {
    doc: 'Visits any union paid to an enterprise within the days of the rules before a day (today without one), newest first: asked before going, so that nobody is asked twice. `repeated`: one more would be too many; nothing is refused. Themes are told where enough people were met.',
    who: ['staff'],
    params: z.strictObject({ employer: Whole, on: z.optional(LocalDay) }),
    answer: z.object({
      days: z.int(),
      repeated: z.boolean(),
      rows: z.array(z.object({ on: LocalDay, kind: z.string(), unit: named, themes: z.array(z.string()) })),
    }),
  },
  places: {
    doc: 'Contact points that are kept, by the day they were begun, newest first, fifty a page. `posts`: those of the union asked about that could own one, for whoever arranges it.',
    who: ['staff'],
    params: z.strictObject({ unit: z.optional(Whole), after: z.optional(Cursor) }),
    answer: z.object({
      rows: z.array(PlaceRow),
      ...page,
      verbs: z.array(z.string()),
      posts: z.array(z.object({ post: Int, holder: z.string(), role: z.string() })),
    }),
  },
  'never-visited': {
    doc: 'Enterprises of the territory of a union that nobody of it or below it visited in a period (the year so far without one), by id, fifty a page; and how many enterprises there are, how many nobody visited and how many different ones were visited. `list: visited`: those instead.',
    who: ['staff'],
    params: z.strictObject({
      unit: z.optional(Whole),
      list: z.optional(z.enum(['never', 'visited'])),
      ...period,
      after: z.optional(Whole),
    }),
    answer: z.object({
      period: z.object({ from: LocalDay, to: LocalDay }),
      employers: z.int(),
      never: z.int(),
      visited: z.int(),
      rows: z.array(z.object({ id: z.int(), name: z.string(), region: z.string() })),
      ...page,
    }),
  },
  'find-place': {
    doc: "Where a visit can go, by part of the name, twenty of each: contact points of the asker's union and below, enterprises of its territory. Without a text, the contact points the asker owns and where the asker was last.",
    who: ['staff'],
    params: z.strictObject({ text: z.optional(z.string().check(z.maxLength(60))) }),
    answer: z.object({
      places: z.array(z.object({ id: Id, name: z.string(), employer: nullable(named), region: z.string() })),
      employers: z.array(z.object({ id: z.int(), name: z.string(), region: z.string() })),
    }),
  },
} as const
