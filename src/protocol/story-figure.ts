import * as z from 'zod/mini'
import { duties } from '../domain/demand/next.ts'
import { grants } from '../domain/reach.ts'
import { unitTable } from '../domain/unit-table.ts'
import { faults, refusals } from './refusal.ts'

/** Says what a schema means, where its JSON Schema shows it. */
export function said<S extends z.ZodMiniType>(schema: S, description: string): S {
  // A copy: the same schema may mean different things in different places.
  const copy = schema.clone() as S
  z.globalRegistry.add(copy, { description })
  return copy
}

/** One of the keys of a table, each shown with its own sentence. */
export function oneOfTable(table: Readonly<Record<string, string | { readonly doc: string }>>): z.ZodMiniType<string> {
  const literals = Object.entries(table).map(([code, doc]) =>
    said(z.literal(code), typeof doc === 'string' ? doc : doc.doc),
  )
  return z.union(literals)
}

/** A name given in the cast or by `keep`; units and employers may also be called by their full name. */
export const Name = z.string().check(z.minLength(1), z.maxLength(100))
const orNothing = z.nullable

/** An instant in China: `2026-06-16T12:00`, with seconds or an offset if wished. Compared as far as it is written. */
export const When = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/))
/** A day in China: `2026-06-23`, or counted from the story's present day: `+5wd` working days, `+3d` calendar days. */
export const Day = z.string().check(z.regex(/^(\d{4}-\d\d-\d\d|[+-]\d{1,3}(wd|d))$/))

const level = (doc: string) => said(orNothing(Name), doc)
const at = (doc: string) => said(orNothing(When), `${doc}: instant.`)
const on = (doc: string) => said(orNothing(Day), `${doc}: day.`)

/** The one responsible unit and the one time (product law 1); `null` when the demand is closed. */
const Next = z.strictObject({
  what: z.optional(z.enum(duties)),
  unit: z.optional(Name),
  section: z.optional(orNothing(z.string())),
  at: z.optional(When),
  on: z.optional(Day),
})

const Seals = z.strictObject({
  met: z.optional(
    said(z.enum(['none', 'thread', 'call', 'person']), '面: by two-way thread, by phone, in person or live video.'),
  ),
  understood: z.optional(
    said(z.union([z.boolean(), z.enum(['none', 'yes', 'inPerson', 'affirmed'])]), '心; true is any degree of it.'),
  ),
  delivered: z.optional(
    said(z.union([z.boolean(), z.enum(['none', 'claimed', 'yes'])]), "实; true is the worker's own word."),
  ),
})

/** Figures of one demand that a step may expect. Read through the follow page of its receipt, or through the view asked. */
export const demandFigures = {
  number: said(Name, 'Demand number SQ-….'),
  state: said(
    z.enum(['raised', 'triaged', 'inHand', 'answered', 'reopened', 'closed', 'withdrawn']),
    'State of the demand machine.',
  ),
  order: said(
    orNothing(z.enum(['offered', 'objected', 'signed', 'answered'])),
    "State of the lead's order; null before triage.",
  ),
  priority: said(
    z.enum(['P0', 'P1', 'P2', 'P3', 'P4', 'consultation']),
    'Class that sets the limits: urgency × difficulty.',
  ),
  urgency: said(z.enum(['P0', 'P1', 'P2']), 'How urgent.'),
  difficulty: said(z.enum(['plain', 'hard', 'complex']), 'How difficult.'),
  topic: level('Topic leaf, e.g. A03.'),
  nature: level('Nature code.'),
  mode: said(z.enum(['named', 'confidential', 'anonymous']), 'Identity mode.'),
  persons: said(z.int(), 'Persons concerned.'),
  region: said(z.string(), 'Region code.'),
  employer: level('Employer: name in the cast, or full name.'),
  agency: level('Agency that hired the worker out: an employer of the cast, or its full name.'),
  lead: level('Unit that leads: id in the cast, or full name; null before triage.'),
  section: level('Section of the lead.'),
  seals: said(Seals, 'The three seals; only those written are compared.'),
  claimed: said(orNothing(z.enum(['done', 'partly', 'notDone', 'explained'])), 'What the union claims.'),
  confirmed: said(
    orNothing(z.enum(['solved', 'partly', 'unsolved', 'clear'])),
    'What the worker says; null as long as they have not.',
  ),
  outcome: said(
    orNothing(z.enum(['solved', 'partly', 'unsolved', 'unknown', 'clear', 'none'])),
    'What a closed demand carries: the verdict, unknown where the worker was not reached, none where it was redirected or withdrawn.',
  ),
  next: said(orNothing(Next), 'The one responsible unit and the one time; null once closed.'),
  submittedAt: at('Submission'),
  submittedOn: on('Submission'),
  triageDueAt: at('Triage due'),
  triageDueOn: on('Triage due'),
  contactDueAt: at('First contact due'),
  contactDueOn: on('First contact due'),
  answerDueAt: at('Answer due'),
  answerDueOn: on('Answer due'),
  callbackDueAt: at('When the callback ends, open or to come'),
  callbackDueOn: on('When the callback ends, open or to come'),
  fixed: said(
    orNothing(z.enum(['danger', 'group'])),
    'Why class and dues were fixed at the raising; null where triage fixes them.',
  ),
  autoSigned: said(z.boolean(), 'Whether silence signed the order that is in force.'),
  pending: said(
    orNothing(z.enum(['pause', 'extend', 'lower', 'opinion'])),
    'What the lead has asked of one level up and waits for.',
  ),
  paused: said(z.boolean(), 'Whether the answer due stands still.'),
  pausedUntilOn: on('Last day of the pause in force; null where it is not paused'),
  promisedOn: on('Day of the promise in force'),
  callbackOpen: said(z.boolean(), 'Whether the worker is being called back.'),
  sameUnit: said(
    orNothing(z.boolean()),
    'Whether another post of the very unit that leads calls back; null before anybody was to call.',
  ),
  supervised: said(z.int(), 'How often it was put under supervision 督办 for being late.'),
  letterReplyDueOn: on('Reply to the last letter due; null where none went out or it asks no reply'),
  protection: said(
    orNothing(z.enum(['open', 'answered'])),
    'The case that protects a worker under pressure; null where there is none.',
  ),
  archived: said(z.boolean(), 'Whether its life is over (day 31).'),
  master: level(
    'Demand it is handled under, as kept; null where it stands alone. In `view: demand` only: workers are not told of one another.',
  ),
  combined: said(
    z.int(),
    'Events by somebody who did another part of the matter before, as a small office lets them. In `view: demand` only.',
  ),
  claims: said(z.int(), 'Of a master: the other claims handled under it. In `view: demand` only.'),
  masterOutcome: said(
    z.enum(['solved', 'partly', 'unsolved', 'open']),
    'Of a master, over itself and its claims, by what their workers said last: all solved; some; none; open until each has said or is closed. Unsolved claims count although they are open again. In `view: demand` only.',
  ),
  reopened: said(z.int(), 'How often it was reopened.'),
  version: said(z.int(), 'Events in its stream.'),
  events: said(z.array(z.string()).check(z.minLength(1)), 'Kinds of its last events, oldest of them first.'),
  opened: said(z.int(), 'How often its text or identity was opened by the union.'),
  assisted: said(z.boolean(), 'Whether staff could have seen the retrieval code.'),
} as const
/** Name of a figure of a demand. */
export type DemandFigure = keyof typeof demandFigures

const Texts = z.array(z.string().check(z.minLength(1))).check(z.minLength(1))
const Names = z.array(Name).check(z.minLength(1))
const verbs = [...new Set([...grants, ...unitTable].map((grant): string => grant.verb))]
const Verbs = z.array(z.enum(verbs)).check(z.minLength(1))

/** Figures of lists and other views. */
export const answerFigures = {
  count: said(z.int(), 'Rows of the list or view, all pages.'),
  has: said(Names, 'Demands that stand in the list, by the names they are kept under.'),
  hasNot: said(Names, 'Demands that do not stand in the list.'),
  first: said(Name, 'Demand that stands first.'),
  counts: said(z.record(z.string(), z.int()), 'Of the view `counts`: length of each list.'),
  can: said(Verbs, 'Verbs that are offered to whoever acts, on the demand or the office.'),
  cannot: said(Verbs, 'Verbs that are not offered to whoever acts, on the demand or the office.'),
  shows: said(Texts, 'Texts that stand in the answer.'),
  hides: said(Texts, 'Texts that stand nowhere in the answer.'),
  is: said(
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    'Values anywhere in the answer, by path: `{ clauses.0.figure.n: 12, brief.receivedAt: null }`. What is not there is null.',
  ),
  same: said(z.boolean(), 'Of `again` and `times`: whether the outcome is the first one, unchanged.'),
} as const

/** A malformed request, or one out of reach: what the problem document says. */
const Problem = z.strictObject({
  status: z.optional(z.int()),
  code: z.optional(oneOfTable({ ...faults, ...refusals })),
  field: z.optional(z.string()),
})

const optional = <T extends Record<string, z.ZodMiniType>>(table: T): { [K in keyof T]: z.ZodMiniOptional<T[K]> } =>
  Object.fromEntries(Object.entries(table).map(([key, schema]) => [key, z.optional(schema)])) as {
    [K in keyof T]: z.ZodMiniOptional<T[K]>
  }

/** What a step expects. Without one of `refused`, `problem`, `not-found` the step must be accepted. */
export const Expect = z.union([
  said(z.literal('not-found'), 'Out of reach reads as not found.'),
  z.strictObject({
    refused: z.optional(said(oneOfTable(refusals), 'Refused by a rule, with this code.')),
    problem: z.optional(said(Problem, 'Answered by a problem document (RFC 9457).')),
    'not-found': z.optional(z.literal(true)),
    ...optional(demandFigures),
    ...optional(answerFigures),
  }),
])
/** What a step expects. */
export type Expect = z.infer<typeof Expect>
