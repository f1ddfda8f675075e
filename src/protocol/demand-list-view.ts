import * as z from 'zod/mini'
import { DemandRow } from './demand-row.ts'
import { Id } from './shape.ts'

const nullable = z.nullable

/** Lists of the desk. `today`: open and due by the end of the next working day at my unit; `unit`: every open one below. */
export const demandLists = [
  'today',
  'triage',
  'lead',
  'rule',
  'grant',
  'exclusion',
  'callback',
  'promise',
  'joint',
  'protection',
  'supervise',
  'copy',
  'unit',
  'closed',
] as const

/** Views that answer with rows of demands, spread into the registry. */
export const demandListViews = {
  'kept-by': {
    doc: 'Matters within reach, heard on a visit, whose workers keep the post acted in, in the order they were raised, fifty a page. There is no count of them.',
    who: ['staff'],
    params: z.strictObject({ after: z.optional(Id) }),
    answer: z.object({ rows: z.array(DemandRow), after: nullable(z.string()) }),
  },
  demands: {
    doc: 'A page of a list, soonest first. `after` is the cursor of the page before.',
    who: ['staff'],
    params: z.strictObject({
      list: z.enum(demandLists),
      after: z.optional(z.string().check(z.maxLength(200))),
      limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-9]\d|100)$/))),
    }),
    answer: z.object({ rows: z.array(DemandRow), after: nullable(z.string()) }),
  },
  counts: {
    doc: 'How many demands stand in each list of the asker. Exact up to 1000.',
    who: ['staff'],
    params: z.strictObject({}),
    answer: z.record(z.enum(demandLists), z.int()),
  },
  claims: {
    doc: 'The demands that are handled together with a master, as far as the asker may see them, oldest first.',
    who: ['staff'],
    params: z.strictObject({ demand: Id }),
    answer: z.object({ rows: z.array(DemandRow) }),
  },
  search: {
    doc: 'One demand by its number, open or closed; null where there is none within reach.',
    who: ['staff'],
    params: z.strictObject({ number: z.string().check(z.minLength(4), z.maxLength(40)) }),
    answer: z.object({ row: nullable(DemandRow) }),
  },
} as const
