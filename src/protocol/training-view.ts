import * as z from 'zod/mini'
import { suggestionCauses } from '../domain/training/rules.ts'
import { seatLevels } from '../domain/training/seat.ts'
import { Id, Instant, LocalDay } from './shape.ts'

const nullable = z.nullable
const unit = z.object({ id: z.int(), name: z.string(), level: z.string() })
const unitParam = z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/)))
const verbs = z.array(z.string())
const staff = ['staff'] as const

/** A part of a coverage: `perMille` of `roster`; hidden where it would tell of a few people. */
const part = z.object({
  roster: z.int(),
  met: nullable(z.int()),
  perMille: nullable(z.int()),
  hidden: nullable(z.enum(['few', 'difference'])),
})
const session = z.object({ n: z.int(), on: z.string(), startAt: Instant, endAt: Instant, hours: z.number() })
const classRow = z.object({
  ...{ id: Id, realm: z.int(), unit, title: z.string(), tags: z.array(z.string()), plan: nullable(Id) },
  ...{ venue: z.string(), seats: z.int(), enrolled: z.int(), status: z.enum(['planned', 'finished', 'cancelled']) },
  ...{ firstOn: z.string(), lastOn: z.string(), courseHours: z.number(), exam: z.boolean() },
})

/** Views of training. None lists learners by hours, none computes anything of one person but their own record. */
export const trainingViews = {
  'training-tags': {
    doc: 'Tags of courses by family, with whom each family is for; and how many paid days a month part-time people have.',
    who: staff,
    params: z.strictObject({}),
    answer: z.object({
      families: z.array(
        z.object({
          code: z.string(),
          zh: z.string(),
          en: z.string(),
          scope: z.object({ zh: z.string(), en: z.string() }),
          levels: nullable(z.array(z.string())),
          tags: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
        }),
      ),
      partTimeDays: z.int(),
    }),
  },
  'training-plans': {
    doc: 'Training plans of the own union, those above and those below it, newest first, fifty at most.',
    who: staff,
    params: z.strictObject({}),
    answer: z.object({
      /** Of the own union: what is made there is born in it. */
      unit,
      realm: z.int(),
      rows: z.array(
        z.object({
          ...{ id: Id, realm: z.int(), unit, title: z.string(), fromOn: z.string(), toOn: z.string() },
          ...{ follows: nullable(z.object({ id: Id, title: z.string() })), aim: nullable(z.string()) },
          groups: z.array(z.object({ fullTime: z.boolean(), level: nullable(z.enum(seatLevels)), hours: z.number() })),
          ...{ closedOn: nullable(z.string()), verbs },
        }),
      ),
      verbs,
    }),
  },
  courses: {
    doc: 'Courses offered by the own union and those above it, newest first, a hundred at most.',
    who: staff,
    params: z.strictObject({}),
    answer: z.object({
      rows: z.array(
        z.object({
          ...{ id: Id, realm: z.int(), unit, title: z.string(), hours: z.number(), tags: z.array(z.string()) },
          ...{ laws: z.array(z.string()), exam: z.boolean(), verbs },
        }),
      ),
    }),
  },
  classes: {
    doc: 'Classes of the own union and those above it, the latest first; with `plan` those whose hours count for it. `after` is the cursor of the page before.',
    who: staff,
    params: z.strictObject({ plan: z.optional(Id), after: z.optional(z.string().check(z.maxLength(80))) }),
    answer: z.object({ rows: z.array(classRow), after: nullable(z.string()) }),
  },
  class: {
    doc: 'One class with its sessions; who attends it, by name, for whoever keeps the list, and the own people for others who enrol.',
    who: staff,
    params: z.strictObject({ class: Id }),
    answer: z.object({
      class: z.extend(classRow, {
        trainer: nullable(z.string()),
        sessions: z.array(session),
        learners: nullable(
          z.array(
            z.object({
              account: Id,
              name: z.string(),
              unit: nullable(unit),
              fullTime: z.boolean(),
              /** Would train on more paid days of one month than part-time people have. */
              overloaded: z.boolean(),
              marks: z.array(z.object({ session: z.int(), hours: z.number() })),
              passed: nullable(z.boolean()),
              completed: z.boolean(),
            }),
          ),
        ),
        verbs,
      }),
    }),
  },
  coverage: {
    doc: 'Of the people on the roster of a union and below it on a day: how many met the hours of their group. By kind, level and direct member; never by person.',
    who: staff,
    params: z.strictObject({ plan: Id, unit: unitParam, on: z.optional(LocalDay) }),
    answer: z.object({
      plan: z.object({ id: Id, title: z.string(), fromOn: z.string(), toOn: z.string() }),
      ...{ unit, on: z.string(), fewest: z.int(), whole: part },
      kinds: z.array(z.extend(part, { fullTime: z.boolean() })),
      groups: z.array(z.extend(part, { fullTime: z.boolean(), level: z.string() })),
      own: part,
      children: z.array(z.extend(part, { unit })),
    }),
  },
  'own-training': {
    doc: "The asker's own record: hours of each plan with what their group asks, classes, courses completed. Nobody else's.",
    who: staff,
    params: z.strictObject({}),
    answer: z.object({
      name: z.string(),
      plans: z.array(
        z.object({
          ...{ id: Id, title: z.string(), fromOn: z.string(), toOn: z.string(), hours: z.number() },
          needed: nullable(z.number()),
        }),
      ),
      classes: z.array(
        z.object({
          ...{ id: Id, title: z.string(), unit, venue: z.string(), status: z.string(), sessions: z.array(session) },
          marks: z.array(z.object({ session: z.int(), hours: z.number() })),
        }),
      ),
      passed: z.array(
        z.object({
          ...{ id: Id, title: z.string(), on: z.string(), hours: z.number(), tags: z.array(z.string()), unit },
        }),
      ),
    }),
  },
  'training-suggestions': {
    doc: "并举: what happened lately in a union's matters that a course could help with, small counts hidden, with subjects and courses offered. By union, never by person.",
    who: staff,
    params: z.strictObject({ unit: unitParam }),
    answer: z.object({
      ...{ unit, days: z.int(), fewest: z.int() },
      causes: z.array(
        z.object({
          cause: z.enum(suggestionCauses),
          n: nullable(z.int()),
          hidden: nullable(z.literal('few')),
          tags: z.array(z.string()),
          courses: z.array(z.object({ id: Id, title: z.string() })),
        }),
      ),
    }),
  },
  'training-records': {
    doc: "What the asker's own union vouched for that its people learnt elsewhere, newest first, fifty at most; for whoever records it.",
    who: staff,
    params: z.strictObject({}),
    answer: z.object({
      rows: z.array(
        z.object({
          ...{ id: Id, realm: z.int(), name: z.string(), title: z.string(), on: z.string(), hours: z.number() },
          ...{ tags: z.array(z.string()), verbs },
        }),
      ),
    }),
  },
  'training-people': {
    doc: 'People within the reach of whoever enrols, found by name, twenty at most.',
    who: staff,
    params: z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(40)) }),
    answer: z.object({
      rows: z.array(z.object({ account: Id, name: z.string(), unit, fullTime: z.boolean() })),
    }),
  },
} as const
