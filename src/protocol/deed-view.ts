import * as z from 'zod/mini'
import { Id, Instant } from './shape.ts'

const nullable = z.nullable
const named = z.object({ id: z.int(), name: z.string() })
const text = { code: z.string(), zh: z.string(), en: z.string() }

/** One line of a list of deeds. No word about anybody it was for. */
export const DeedRow = z.object({
  id: Id,
  unit: named,
  deed: z.string(),
  for: z.enum(['workers', 'enterprise']),
  employer: nullable(named),
  demand: nullable(Id),
  status: z.enum(['proposed', 'approved', 'refused', 'done', 'ended']),
  beneficiaries: z.int(),
  /** Fen, CNY. */
  amountFen: z.int(),
  fund: nullable(z.string()),
  noticeFrom: nullable(z.string()),
  noticeTo: nullable(z.string()),
  approvers: z.int(),
  approvals: z.int(),
  proposedAt: Instant,
  doneOn: nullable(z.string()),
  /** Slips made for beneficiaries; whoever has not answered is unknown. */
  slips: z.int(),
  /** Words of beneficiaries. Those of the enterprise stand apart. */
  said: z.object({ yes: z.int(), partly: z.int(), no: z.int() }),
  enterpriseSaid: nullable(z.enum(['yes', 'no'])),
  verbs: z.array(z.string()),
})
/** One line of a list of deeds. */
export type DeedRow = z.infer<typeof DeedRow>

/** Lists of deeds: of the own unit; those that wait for a signature of the asker; all of the unit and below it. */
export const deedLists = ['unit', 'approve', 'below'] as const

const field = z.object({
  ...text,
  type: z.enum(['yes-no', 'count', 'amount', 'day', 'one-of']),
  required: z.boolean(),
  options: z.array(z.object(text)),
})

/** Views of deeds. */
export const deedViews = {
  deeds: {
    doc: 'A page of a list of deeds, newest first. `after` is the cursor of the page before; `deeper`: too many unions below, look from one of them.',
    who: ['staff'],
    params: z.strictObject({
      list: z.enum(deedLists),
      after: z.optional(Id),
      limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-9]\d|100)$/))),
    }),
    answer: z.object({
      rows: z.array(DeedRow),
      after: nullable(z.string()),
      deeper: z.boolean(),
      /** Whether the asker may propose a deed for their own unit. */
      mayPropose: z.boolean(),
    }),
  },
  deed: {
    doc: 'One deed: its row and its own fields; its texts for those who do or sign for it. Names of beneficiaries are shown to nobody.',
    who: ['staff'],
    params: z.strictObject({ deedId: Id }),
    answer: z.object({
      deed: DeedRow,
      fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      what: nullable(z.string()),
      evidence: nullable(z.string()),
      /** Why it was refused or came to nothing. */
      reason: nullable(z.string()),
      /** What the public notice shows. */
      surnames: z.array(z.string()),
      proposer: nullable(z.string()),
      approvals: z.array(z.object({ unit: named, person: nullable(z.string()), at: Instant })),
    }),
  },
  'deed-notices': {
    doc: 'Public notices of aid 公示 that run today: surnames and the level of the union, nothing else of anybody. The next to end first.',
    who: ['public', 'staff', 'claimant'],
    params: z.strictObject({ after: z.optional(z.string().check(z.maxLength(100))) }),
    answer: z.object({
      rows: z.array(
        z.object({
          surnames: z.array(z.string()),
          level: z.enum(['nation', 'province', 'city', 'county', 'township', 'grassroots', 'group']),
          deed: z.object(text),
          /** First and last day, `YYYY-MM-DD`. */
          from: z.string(),
          to: z.string(),
        }),
      ),
      after: nullable(z.string()),
    }),
  },
  'deed-kinds': {
    doc: 'Kinds of deed with their own fields, and what the rules say of notices and slips.',
    who: ['staff'],
    params: z.strictObject({}),
    answer: z.object({
      kinds: z.array(z.object({ ...text, notice: z.boolean(), fields: z.array(field) })),
      funds: z.array(z.object(text)),
      noticeWorkingDays: z.int(),
      mostSlipsAtOnce: z.int(),
    }),
  },
  'deed-money': {
    doc: "Money of the deeds done in a year (whole years only, as figures are cut), of the asker's union and everything below it, by kind and fund. What reached fewer than five is hidden, and what would give it away.",
    who: ['staff'],
    params: z.strictObject({ year: z.optional(z.string().check(z.regex(/^20\d\d$/))) }),
    answer: z.object({
      year: z.string(),
      fewest: z.int(),
      rows: z.array(
        z.object({
          deed: z.string(),
          fund: z.string(),
          /** Fen, CNY; null where it is hidden. */
          amountFen: nullable(z.int()),
          beneficiaries: nullable(z.int()),
          hidden: nullable(z.enum(['few', 'difference'])),
        }),
      ),
      total: z.object({ amountFen: nullable(z.int()), beneficiaries: nullable(z.int()) }),
    }),
  },
  'deed-slip': {
    doc: 'What the holder of a slip sees: which union did what kind of deed, when, and their own word. Credentials by header `Authorization: Receipt <number> <code>`.',
    who: ['claimant'],
    params: z.strictObject({}),
    answer: z.object({
      deedId: Id,
      unit: z.string(),
      deed: z.object(text),
      doneOn: nullable(z.string()),
      side: z.enum(['workers', 'enterprise']),
      said: nullable(z.enum(['yes', 'partly', 'no'])),
    }),
  },
} as const
