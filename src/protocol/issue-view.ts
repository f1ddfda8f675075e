import * as z from 'zod/mini'
import { FigureCell } from './figure-view.ts'
import { Code, Id, Instant } from './shape.ts'

const nullable = z.nullable
const Unit = z.object({ id: z.int(), name: z.string() })
const Number9 = z.string().check(z.regex(/^[1-9]\d{0,8}$/))
const After = z.string().check(z.maxLength(120))
const Day = z.string()

/** Where a cluster or an issue is: one of the two. An agency is an employer that hires workers out. */
const place = {
  kind: z.enum(['employer', 'agency', 'region']),
  employer: nullable(Unit),
  region: nullable(z.object({ code: z.string(), name: z.string() })),
}

/**
 * Demands of one leaf that came up in one place within the span of the alert (domain §2.6). `count` and `persons` are hidden
 * below the fewest; that it is here at all says that there are as many as the rules ask. `issue`: one is open for it.
 */
export const ClusterRow = z.object({
  topic: z.string(),
  ...place,
  count: FigureCell,
  persons: FigureCell,
  firstOn: Day,
  lastOn: Day,
  issue: nullable(Id),
})
/** A cluster as the desk shows it. */
export type ClusterRow = z.infer<typeof ClusterRow>

/** One line of the list of common issues. */
export const IssueRow = z.object({
  id: Id,
  unit: Unit,
  topic: z.string(),
  title: z.string(),
  ...place,
  openedOn: Day,
  closedOn: nullable(Day),
  reason: nullable(z.string()),
  owner: nullable(z.object({ unit: Unit, post: nullable(z.int()) })),
  planUntil: nullable(Day),
  /** How many tasks there are, and how many are done. */
  tasks: z.object({ n: z.int(), done: z.int() }),
  /** A task or the plan is over its day. */
  late: z.boolean(),
  verbs: z.array(z.string()),
})
/** One line of the list of common issues. */
export type IssueRow = z.infer<typeof IssueRow>

/** A count over days; `running`: its last day is still to come. Hidden below the fewest. */
const Counted = z.object({ from: Day, to: Day, cell: FigureCell, running: z.boolean() })

/** Views of this area, spread into the registry. */
export const issueViews = {
  clusters: {
    doc: 'Where one topic leaf came up again and again at one employer or agency or in one region, as far as the asker may see. Latest first.',
    who: ['staff'],
    params: z.strictObject({ unit: z.optional(Number9), after: z.optional(After) }),
    answer: z.object({
      unit: Unit,
      since: Day,
      days: z.int(),
      sameLeaf: z.int(),
      rows: z.array(ClusterRow),
      after: nullable(z.string()),
    }),
  },
  issues: {
    doc: 'Common issues within reach, open ones or closed ones, newest first.',
    who: ['staff'],
    params: z.strictObject({
      unit: z.optional(Number9),
      state: z.optional(z.enum(['open', 'closed'])),
      topic: z.optional(Code),
      after: z.optional(After),
    }),
    answer: z.object({ rows: z.array(IssueRow), after: nullable(z.string()) }),
  },
  issue: {
    doc: 'One common issue: plan, tasks, and what was counted before it was opened and after it was closed.',
    who: ['staff'],
    params: z.strictObject({ issue: Id }),
    answer: z.object({
      issue: IssueRow,
      version: z.int(),
      /** As it was counted when it was opened; null where nothing had been found. */
      cluster: nullable(z.object({ count: FigureCell, firstOn: Day, lastOn: Day })),
      plan: nullable(z.object({ goal: nullable(z.string()), text: nullable(z.string()), until: Day })),
      tasks: z.array(
        z.object({
          task: z.int(),
          unit: Unit,
          what: nullable(z.string()),
          until: Day,
          doneOn: nullable(Day),
          done: nullable(z.string()),
          late: z.boolean(),
        }),
      ),
      closing: nullable(z.string()),
      reopening: nullable(z.string()),
      /** Null for whoever reads no statistics; `after` null while it is open. */
      measured: nullable(z.object({ days: z.int(), before: Counted, after: nullable(Counted) })),
      openedAt: Instant,
      /** Who holds the post that answers for it. */
      ownerName: nullable(z.string()),
      posts: z.array(z.object({ post: z.int(), unit: Unit, role: z.string(), holder: z.string() })),
    }),
  },
} as const
