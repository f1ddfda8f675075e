import * as z from 'zod/mini'
import { originKinds } from '../domain/campaign/command.ts'
import { directiveStates } from '../domain/directive/state.ts'
import { measures } from '../domain/measure/measure.ts'
import { FigureCell, Month } from './figure-view.ts'
import { Id, Instant } from './shape.ts'

const nullable = z.nullable
const unit = z.object({ id: z.int(), name: z.string(), level: z.string() })
const UnitParam = z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/)))
const Cursor = z.optional(z.string().check(z.maxLength(80)))
const stage = z.object({ title: z.string(), fromOn: z.string(), toOn: z.string() })
const campaignHead = {
  id: Id,
  title: z.string(),
  unit,
  fromOn: z.string(),
  toOn: nullable(z.string()),
}
const directiveHead = {
  id: Id,
  number: z.string(),
  title: z.string(),
  unit,
  state: z.enum(directiveStates),
  issuedOn: nullable(z.string()),
}
/** How many unions: those that are to have it, that have it, that gave a receipt, that made a plan. Never of persons. */
const tally = z.object({ units: z.int(), delivered: z.int(), received: z.int(), planned: z.int() })
const part = z.object({ clause: z.int(), text: z.string(), fromOn: z.string(), toOn: z.string() })

/** One link of an origin chain; `who` and `words` are null once they were erased. */
const originRow = z.object({
  entry: z.int(),
  origin: z.enum(originKinds),
  on: z.string(),
  who: nullable(z.string()),
  words: nullable(z.string()),
  ledTo: nullable(z.string()),
  directive: nullable(z.object({ id: Id, number: z.string(), title: z.string() })),
  demand: nullable(Id),
})

/** What follows a directive, in the order a line goes. */
const waySteps = ['meeting', 'visits', 'deeds', 'training', 'news'] as const
/** One step of what followed, computed. `on`: day of a meeting, YYYY-MM-DD; of anything else the month it began, YYYY-MM. */
const wayStep = z.object({
  step: z.enum(waySteps),
  on: nullable(z.string()),
  meeting: nullable(z.object({ id: Id, title: z.string() })),
  /** Of the asker's own union and all below it; null of a meeting. */
  figure: nullable(FigureCell),
})
/** One step of what followed. */
export type WayStep = z.infer<typeof wayStep>

/** A form that somebody asked for, and the answer as far as there is one. */
const wantedForm = {
  unit,
  title: z.string(),
  why: z.string(),
  on: z.string(),
  /** The union that was asked. */
  approver: unit,
  state: z.enum(['asked', 'approved', 'refused']),
  reason: nullable(z.string()),
  answeredBy: nullable(unit),
  answeredOn: nullable(z.string()),
}
/** A form that somebody asked for. */
export type WantedForm = z.infer<z.ZodMiniObject<typeof wantedForm>>

/** Views of the main line; spread into `views`. */
export const lineViews = {
  line: {
    doc: "Campaigns of the asker's unit, of those above it and of those below it, newest first. `after` is the cursor of the page before.",
    who: ['staff'],
    params: z.strictObject({ after: Cursor }),
    answer: z.object({
      rows: z.array(
        z.object({
          ...campaignHead,
          purpose: z.string(),
          inForce: z.boolean(),
          /** Directives of it in force that the asker sees. */
          directives: z.array(z.object({ id: Id, number: z.string(), title: z.string() })),
        }),
      ),
      after: nullable(z.string()),
      verbs: z.array(z.string()),
    }),
  },
  campaign: {
    doc: "One campaign: purpose, basis, stages, the origin chain with its words, leading groups in reach, directives, and what followed at the asker's own union and below.",
    who: ['staff'],
    params: z.strictObject({ campaign: Id }),
    answer: z.object({
      ...campaignHead,
      purpose: z.string(),
      basis: z.string(),
      stages: z.array(stage),
      origins: z.array(originRow),
      groups: z.array(
        z.object({
          unit,
          section: nullable(z.string()),
          members: z.array(z.object({ title: z.string(), name: nullable(z.string()) })),
        }),
      ),
      directives: z.array(z.object(directiveHead)),
      way: z.array(wayStep),
      verbs: z.array(z.string()),
    }),
  },
  directive: {
    doc: "A directive clause by clause, each with the live figure of a union and all below it; how far it has been carried; the union's own brief; receipts below. Without `unit` the asker's own.",
    who: ['staff'],
    params: z.strictObject({ directive: Id, unit: UnitParam }),
    answer: z.object({
      ...directiveHead,
      campaign: z.object({ id: Id, title: z.string(), fromOn: z.string(), toOn: nullable(z.string()) }),
      to: nullable(unit),
      reason: nullable(z.string()),
      /** The one that took its place. */
      successor: nullable(z.object({ id: Id, number: z.string(), title: z.string() })),
      /** Forms that a province or the nation approved; `attached`: the union has sent it down. */
      forms: z.array(z.object({ unit, title: z.string(), legalBasis: z.string(), attached: z.boolean() })),
      /** Forms asked for by the union looked at or one below it, newest first; forty at most. */
      wanted: z.array(z.object(wantedForm)),
      /** Whose figures, brief and receipts these are. */
      of: unit,
      period: z.object({ from: Month, to: Month }),
      fewest: z.int(),
      clauses: z.array(
        z.object({
          n: z.int(),
          text: z.string(),
          measure: nullable(z.enum(measures)),
          cut: nullable(z.string()),
          /** What the figure is cut by: as written, or of a clause on receipts the directive itself. */
          by: nullable(z.string()),
          /** Null where the clause asks for nothing that is counted. */
          figure: nullable(FigureCell),
          /**
           * The training plan the figure is of, from which month it is told, and how many the plan asks hours of: people on
           * its roster at and below the union; null where it asks nobody there. Null for clauses of anything else.
           */
          plan: nullable(z.object({ id: Id, title: z.string(), since: Month, roster: nullable(z.int()) })),
        }),
      ),
      /** Of the whole cascade; null for a draft. `done`: every union in force has it. */
      cascade: nullable(z.object({ units: z.int(), delivered: z.int(), done: z.boolean() })),
      brief: nullable(
        z.object({
          deliveredAt: Instant,
          receivedAt: nullable(Instant),
          plannedAt: nullable(Instant),
          plan: nullable(z.string()),
          parts: z.array(part),
          verbs: z.array(z.string()),
        }),
      ),
      /** Of everything at and below `of`. */
      below: tally,
      children: z.array(z.object({ unit, ...tally.shape })),
      verbs: z.array(z.string()),
    }),
  },
  'wanted-forms': {
    doc: "Forms that wait for the answer of the asker's own union, oldest first, each with the directive it was asked for under.",
    who: ['staff'],
    params: z.strictObject({ after: Cursor }),
    answer: z.object({
      rows: z.array(
        z.object({
          ...wantedForm,
          directive: z.object({ id: Id, number: z.string(), title: z.string(), campaign: Id }),
          verbs: z.array(z.string()),
        }),
      ),
      after: nullable(z.string()),
    }),
  },
  receipts: {
    doc: "Unions at or below one that have not given a receipt for a directive, in order of number. Unions only, never persons. Without `unit` the asker's own.",
    who: ['staff'],
    params: z.strictObject({ directive: Id, unit: UnitParam, after: Cursor }),
    answer: z.object({
      rows: z.array(z.object({ unit, deliveredAt: nullable(Instant) })),
      after: nullable(z.string()),
    }),
  },
  instructions: {
    doc: "Notes that leaders wrote on one demand, for whoever sees the demand: links of campaigns' origin chains.",
    who: ['staff'],
    params: z.strictObject({ demand: Id }),
    answer: z.object({
      rows: z.array(
        z.object({
          campaign: z.object({ id: Id, title: z.string() }),
          origin: z.enum(originKinds),
          on: z.string(),
          who: nullable(z.string()),
          words: nullable(z.string()),
          ledTo: nullable(z.string()),
        }),
      ),
    }),
  },
} as const
