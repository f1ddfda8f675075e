import * as z from 'zod/mini'
import { duties } from '../domain/demand/next.ts'
import { commentViews } from './comment-view.ts'
import { deedViews } from './deed-view.ts'
import { CountedOther, CountedParams, Crossing, CrossingParams, Figures, FiguresParams } from './figure-view.ts'
import { issueViews } from './issue-view.ts'
import { lineViews } from './line-view.ts'
import { meetingViews } from './meeting-view.ts'
import { newsViews } from './news-view.ts'
import { practiceViews } from './practice-view.ts'
import { readingViews } from './reading-view.ts'
import { Code, Id, Instant, Int, Region } from './shape.ts'
import { sheetViews } from './sheet-view.ts'
import { suggestionViews } from './suggestion-view.ts'
import { trainingViews } from './training-view.ts'
import { visitViews } from './visit-view.ts'

/**
 * The view registry: what can be asked for reading, under `GET /api/view/{name}?…`. Parameters arrive as text. Every row
 * of a demand carries the verbs the asker may use on it now.
 */

const nullable = z.nullable
const seals = z.object({
  met: z.enum(['none', 'thread', 'call', 'person']),
  understood: z.enum(['none', 'yes', 'inPerson', 'affirmed']),
  delivered: z.enum(['none', 'claimed', 'yes']),
})
const unit = z.object({ id: z.int(), name: z.string(), level: z.string() })
const named = z.object({ id: z.int(), name: z.string() })
const next = nullable(
  z.object({
    what: z.enum(duties),
    unit,
    section: nullable(z.string()),
    at: Instant,
  }),
)

/** One line of a list of demands. No word of what was said; what it is about is the topic. */
export const DemandRow = z.object({
  id: Id,
  number: z.string(),
  pseudonym: z.string(),
  mode: z.enum(['named', 'confidential', 'anonymous']),
  topic: nullable(z.string()),
  nature: nullable(z.string()),
  urgency: z.string(),
  difficulty: z.string(),
  persons: z.int(),
  employer: nullable(z.object({ id: z.int(), name: z.string() })),
  /** Who hired the worker out. */
  agency: nullable(z.object({ id: z.int(), name: z.string() })),
  region: z.string(),
  status: z.enum(['raised', 'triaged', 'inHand', 'answered', 'reopened', 'closed', 'withdrawn']),
  orderState: nullable(z.enum(['offered', 'objected', 'signed', 'answered'])),
  claimed: nullable(z.string()),
  confirmed: nullable(z.string()),
  outcome: nullable(z.string()),
  seals,
  lead: nullable(z.object({ unit, section: nullable(z.string()) })),
  next,
  submittedAt: Instant,
  dueAt: nullable(Instant),
  /** When the callback ends, open or to come. */
  callbackDueAt: nullable(Instant),
  /** A promise the worker agreed to. */
  promisedOn: nullable(z.string()),
  /** What the lead has asked of one level up. */
  pending: nullable(z.enum(['pause', 'extend', 'lower', 'opinion'])),
  paused: z.boolean(),
  /** Why the class was fixed at the raising. */
  fixed: nullable(z.enum(['danger', 'group'])),
  /** The demand it is handled under. */
  master: nullable(Id),
  reopened: z.int(),
  version: z.int(),
  verbs: z.array(z.string()),
})
/** One line of a list of demands. */
export type DemandRow = z.infer<typeof DemandRow>

/** One event of a demand as its page shows it; `content` names sealed text that `content.open` opens. */
export const TimelineRow = z.object({
  n: z.int(),
  kind: z.string(),
  at: Instant,
  by: z.enum(['worker', 'union', 'system']),
  unit: nullable(unit),
  person: nullable(z.string()),
  content: nullable(z.string()),
  detail: z.record(z.string(), z.unknown()),
})
/** One event of a demand as its page shows it. */
export type TimelineRow = z.infer<typeof TimelineRow>

const openedRow = z.object({
  at: Instant,
  unit,
  part: z.enum(['identity', 'text']),
  purpose: z.string(),
  person: nullable(z.string()),
})

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

/** What can be read, by name: parameters, answer, who may ask. */
export const views = {
  ...deedViews,
  ...meetingViews,
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
      posts: z.array(z.object({ post: Int, unit, realm: Int, section: nullable(z.string()), role: z.string() })),
      lists: z.boolean(),
      verbs: z.array(z.string()),
    }),
  },
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
  demand: {
    doc: 'One demand: its row, its events, who opened what.',
    who: ['staff'],
    params: z.strictObject({ id: Id }),
    answer: z.object({
      demand: DemandRow,
      timeline: z.array(TimelineRow),
      opened: z.array(openedRow),
      contactDueAt: nullable(Instant),
      triageUnit: nullable(unit),
      callbackUnit: nullable(unit),
      copies: z.array(unit),
      /** Every unit that its events name. */
      units: z.array(unit),
    }),
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
  figures: {
    doc: 'What is counted of a union and everything below it, by measure, with its parts. No part can be computed that is not shown.',
    who: ['staff'],
    params: FiguresParams,
    answer: Figures,
  },
  crossing: {
    doc: 'Topics × groups of workers of a union in a year, by one measure: one table, suppressed in both directions and against its edges.',
    who: ['staff'],
    params: CrossingParams,
    answer: Crossing,
  },
  counted: {
    doc: 'What stands under a figure, newest first, as far as the asker may see it: `demand` of a measure of demands, `other` of any other noun. `deeper`: too many unions, open one below. `sealed`: a list that is shown to nobody: by group of workers, or of what workers said of the handling.',
    who: ['staff'],
    params: CountedParams,
    answer: z.object({
      rows: z.array(z.object({ on: z.string(), demand: nullable(DemandRow), other: nullable(CountedOther) })),
      after: nullable(z.string()),
      deeper: z.boolean(),
      sealed: z.boolean(),
    }),
  },
  ...lineViews,
  ...sheetViews,
  precedents: {
    doc: 'Rulings on objections about a topic, newest first, twenty at most.',
    who: ['staff'],
    params: z.strictObject({ topic: Code }),
    answer: z.object({
      rows: z.array(
        z.object({ at: Instant, region: z.string(), reason: z.string(), upheld: z.boolean(), from: unit, to: unit }),
      ),
    }),
  },
  dues: {
    doc: 'When first contact and answer would be due by a class, counted from the submission of the demand.',
    who: ['staff'],
    params: z.strictObject({ demand: Id, urgency: Code, difficulty: Code, nature: z.optional(Code) }),
    answer: z.object({ contactDueAt: Instant, dueAt: Instant }),
  },
  letters: {
    doc: 'Letters the lead of a demand may send, each with the day its reply would be due if it went out now.',
    who: ['staff'],
    params: z.strictObject({ demand: Id }),
    answer: z.object({ rows: z.array(z.object({ letter: z.string(), replyDueAt: nullable(Instant) })) }),
  },
  call: {
    doc: 'The check word that whoever calls the worker says first; for those who may log a contact or record a callback now.',
    who: ['staff'],
    params: z.strictObject({ demand: Id }),
    answer: z.object({ checkWord: z.string() }),
  },
  ...visitViews,
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
  leads: {
    doc: "Units that could lead a demand: those of its region upward and downward, staffed or not; the employer's own union only where the worker is named.",
    who: ['staff'],
    params: z.strictObject({ demand: Id }),
    answer: z.object({
      rows: z.array(
        z.object({
          unit,
          staffed: z.boolean(),
          /** On the way from the region of the demand up to the root. */
          above: z.boolean(),
          sections: z.array(z.string()),
        }),
      ),
    }),
  },
  ...issueViews,
  ...suggestionViews,
  ...practiceViews,
  rules: {
    doc: 'Names of everything that is data: topics, natures, sections, departments, deeds, reasons, channels, letters, legal clocks. Chinese and English.',
    who: ['public', 'staff', 'claimant'],
    params: z.strictObject({}),
    answer: z.object({
      version: z.string(),
      topics: z.array(
        z.object({
          code: z.string(),
          parent: nullable(z.string()),
          zh: z.string(),
          en: z.string(),
          /** Level of union that leads it by default, its section, and the level that leads a group's. */
          lead: nullable(z.string()),
          section: nullable(z.string()),
          groupLead: nullable(z.string()),
          mode: nullable(z.string()),
          urgency: nullable(z.string()),
          groupUrgency: nullable(z.string()),
          /** Codes of `legalClocks`. */
          legalClocks: z.array(z.string()),
        }),
      ),
      groupFrom: z.int(),
      /** What each measure counts, in which unit, and whether small counts of it are hidden; its name stands in the lists. */
      measures: z.array(z.object({ code: z.string(), of: z.string(), unit: z.string(), private: z.boolean() })),
      rates: z.array(z.object({ code: z.string(), counts: z.array(z.string()), of: z.array(z.string()) })),
      comparable: z.int(),
      legalClocks: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), source: z.string() })),
      letters: z.array(
        z.object({
          code: z.string(),
          zh: z.string(),
          en: z.string(),
          to: z.string(),
          fields: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
          text: z.object({ zh: z.string(), en: z.string() }),
        }),
      ),
      lists: z.record(z.string(), z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() }))),
    }),
  },
  regions: {
    doc: 'Children of a region in force, or regions found by name.',
    who: ['public', 'staff', 'claimant'],
    params: z.strictObject({
      parent: z.optional(Region),
      text: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
    }),
    answer: z.object({
      rows: z.array(z.object({ code: z.string(), name: z.string(), level: z.string(), path: z.array(z.string()) })),
    }),
  },
  employers: {
    doc: 'Employers of a county found by name, for whoever raises a demand; with `around` those of the whole prefecture, where an agency often sits.',
    who: ['public', 'staff', 'claimant'],
    params: z.strictObject({
      region: Region,
      text: z.string().check(z.minLength(1), z.maxLength(60)),
      around: z.optional(z.literal('prefecture')),
    }),
    answer: z.object({ rows: z.array(z.object({ id: z.int(), name: z.string() })) }),
  },
  ...newsViews,
  ...readingViews,
  ...commentViews,
  follow: {
    doc: 'What the holder of a receipt sees: the demand in plain words with its texts, the verbs that are theirs, who opened what. `visitOpened`: who opened the record of the visit it was heard on; null where it was heard elsewhere. `keeping`: who stays with the worker after that visit, `who` it is now, and by name only where the worker is named. Credentials by header `Authorization: Receipt <number> <code>`, never in the address.',
    who: ['claimant'],
    params: z.strictObject({}),
    answer: z.object({
      demand: DemandRow,
      timeline: z.array(z.extend(TimelineRow, { text: nullable(z.string()) })),
      opened: z.array(openedRow),
      visitOpened: nullable(z.array(z.object({ at: Instant, unit: nullable(unit) }))),
      keeping: nullable(
        z.object({
          keep: z.enum(['cadre', 'union', 'nobody']),
          since: nullable(Instant),
          who: nullable(z.enum(['same', 'successor', 'union'])),
          unit: nullable(z.string()),
          came: nullable(z.string()),
          stays: nullable(z.string()),
        }),
      ),
      checkWord: z.string(),
      assisted: z.boolean(),
    }),
  },
  ...trainingViews,
} as const
/** Name of a view. */
export type ViewName = keyof typeof views
/** Answer of a view. */
export type ViewAnswer<N extends ViewName> = z.infer<(typeof views)[N]['answer']>
/** Parameters of a view. */
export type ViewParams<N extends ViewName> = z.infer<(typeof views)[N]['params']>
