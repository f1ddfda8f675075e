import * as z from 'zod/mini'
import { seatLevels } from '../domain/training/seat.ts'
import { Code, Id, Instant, Int, LocalDay, longText, Short } from './shape.ts'

const nothing = z.object({})
const Title = Short.check(z.regex(/\S/))
/** 学时, halves allowed. */
const Hours = z.number().check(z.gte(0.5), z.lte(1000), z.multipleOf(0.5))
const Tags = z.array(Code).check(z.maxLength(20))
const Laws = z.array(Title).check(z.maxLength(20))
const Groups = z
  .array(z.strictObject({ fullTime: z.boolean(), level: z.nullable(z.enum(seatLevels)), hours: Hours }))
  .check(z.minLength(1), z.maxLength(14))
const Sessions = z
  .array(z.strictObject({ startAt: Instant, endAt: Instant, hours: Hours.check(z.lte(24)) }))
  .check(z.minLength(1), z.maxLength(60))
const Seats = z.int().check(z.gte(1), z.lte(2000))
const accounts = z.array(Id).check(z.minLength(1), z.maxLength(2000))
const staff = ['staff', 'operator'] as const

/** Longest attendance sheet, in UTF-16 units. */
export const attendanceMost = longText * 25

/**
 * Commands of training. What is made has no id in its body but the unit whose it is; the outcome tells its stream. People
 * are accounts, never names.
 */
export const trainingCommands = {
  'plan.open': {
    doc: 'A training plan: period, and the hours each group has to meet. It may follow an earlier one.',
    noun: 'plan',
    who: staff,
    body: z.strictObject({
      ...{ unit: Int, title: Title, fromOn: LocalDay, toOn: LocalDay, follows: z.optional(Id), groups: Groups },
      aim: z.optional(Title),
    }),
    result: nothing,
  },
  'plan.change': {
    doc: 'Other words, another end or other hours of a plan; coverage of past days is then counted by them too.',
    noun: 'plan',
    who: staff,
    body: z.strictObject({
      ...{ plan: Id, title: z.optional(Title), toOn: z.optional(LocalDay), groups: z.optional(Groups) },
      aim: z.optional(Title),
    }),
    result: nothing,
  },
  'plan.close': {
    doc: 'End a plan: no class joins it any more, what was attended stays counted.',
    noun: 'plan',
    who: staff,
    body: z.strictObject({ plan: Id }),
    result: nothing,
  },
  'course.offer': {
    doc: 'A course: hours, tags, versions of law it teaches, whether it ends with an examination.',
    noun: 'course',
    who: staff,
    body: z.strictObject({
      ...{ unit: Int, title: Title, hours: Hours, tags: Tags, laws: z.optional(Laws), exam: z.optional(z.boolean()) },
    }),
    result: nothing,
  },
  'course.change': {
    doc: 'Other words, tags or law versions of a course, for classes planned from now on.',
    noun: 'course',
    who: staff,
    body: z.strictObject({
      ...{ course: Id, title: z.optional(Title), tags: z.optional(Tags), laws: z.optional(Laws) },
    }),
    result: nothing,
  },
  'course.retire': {
    doc: 'Offer a course no more.',
    noun: 'course',
    who: staff,
    body: z.strictObject({ course: Id }),
    result: nothing,
  },
  'class.plan': {
    doc: 'A class of a course: venue, seats, who trains (a post, or in words, which are sealed), sessions.',
    noun: 'class',
    who: staff,
    body: z.strictObject({
      ...{ unit: Int, course: Id, plan: z.optional(Id), venue: Title, seats: Seats, sessions: Sessions },
      ...{ trainerPost: z.optional(Int), trainer: z.optional(Title) },
    }),
    result: nothing,
  },
  'class.change': {
    doc: 'Another venue, other seats; other sessions as long as nobody has hours.',
    noun: 'class',
    who: staff,
    body: z.strictObject({
      ...{ class: Id, venue: z.optional(Title), seats: z.optional(Seats), sessions: z.optional(Sessions) },
    }),
    result: nothing,
  },
  'class.cancel': {
    doc: 'A class that is not held; not once somebody has hours in it.',
    noun: 'class',
    who: staff,
    body: z.strictObject({ class: Id }),
    result: nothing,
  },
  'class.enrol': {
    doc: 'Give people of the own reach a seat. `overloaded`: part-time people who would train on more paid days a month than the law gives; said, not blocked.',
    noun: 'class',
    who: staff,
    body: z.strictObject({ class: Id, accounts }),
    result: z.object({ overloaded: z.array(Id) }),
  },
  'class.unenrol': {
    doc: 'Take people off the list who have no hours in the class.',
    noun: 'class',
    who: staff,
    body: z.strictObject({ class: Id, accounts }),
    result: nothing,
  },
  'class.attend': {
    doc: 'Who was at a session; the whole session unless hours are given. Later marks replace earlier ones, 0 takes back.',
    noun: 'class',
    who: staff,
    body: z.strictObject({
      ...{ class: Id, session: Int, accounts, hours: z.optional(z.number().check(z.gte(0), z.multipleOf(0.5))) },
    }),
    result: nothing,
  },
  'class.attend-import': {
    doc: 'Attendance from a sheet, CSV with the columns who (login or account), session, hours (may be empty). `rejected` names the rows that were not taken, two hundred at most; `faults` says how many.',
    noun: 'class',
    who: staff,
    body: z.strictObject({
      class: Id,
      text: z.string().check(z.minLength(1), z.maxLength(attendanceMost)),
      allOrNothing: z.optional(z.boolean()),
    }),
    result: z.object({
      rows: z.int(),
      faults: z.int(),
      rejected: z.array(z.object({ line: z.int(), column: z.string(), why: z.string() })),
    }),
  },
  'class.examine': {
    doc: 'Who passed the examination of a course that has one, or did not.',
    noun: 'class',
    who: staff,
    body: z.strictObject({ class: Id, accounts, passed: z.boolean() }),
    result: nothing,
  },
  'class.finish': {
    doc: 'End a class: who has all hours of the course, and passed where there is an examination, completed it.',
    noun: 'class',
    who: staff,
    body: z.strictObject({ class: Id }),
    result: z.object({ completed: z.int() }),
  },
  'training.record': {
    doc: 'A unit vouches for what one of its people learnt elsewhere: course, day, hours, tags.',
    noun: 'training',
    who: staff,
    body: z.strictObject({
      ...{ unit: Int, account: Id, title: Title, on: LocalDay, hours: Hours, tags: Tags, plan: z.optional(Id) },
    }),
    result: nothing,
  },
  'training.take-back': {
    doc: 'Take back what was recorded by mistake.',
    noun: 'training',
    who: staff,
    body: z.strictObject({ training: Id }),
    result: nothing,
  },
  'rotation.look': {
    doc: 'Look how a person stands under a plan, and say it where it is new. The follower of hours and posts sends it.',
    noun: 'rotation',
    who: ['system'],
    body: z.strictObject({ account: Id, plan: Id }),
    result: nothing,
  },
} as const
