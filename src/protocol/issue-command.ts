import * as z from 'zod/mini'
import { measures } from '../domain/measure/measure.ts'
import { opinions } from '../domain/suggestion/command.ts'
import { Cut } from './figure-view.ts'
import { Code, Id, Int, LocalDay, Region, Text } from './shape.ts'

const nothing = z.object({})
const staff = ['staff'] as const
const issue = Id
/** A title: short, and not empty. */
const Title = Text.check(z.maxLength(60))
const Goal = Text.check(z.maxLength(200))

/** Commands on common issues 共性问题, policy suggestions 政策建议 and practices 创新载体. Each makes or moves a stream of its own. */
export const issueCommands = {
  'issue.open': {
    doc: 'Open a common issue of one topic leaf at one employer or in one region, from a cluster or on your own knowledge. The title is about the matter, never about persons. Exactly one of `employer` and `region`.',
    noun: 'issue',
    who: staff,
    body: z.strictObject({
      unit: Int,
      topic: Code,
      employer: z.optional(Int),
      region: z.optional(Region),
      title: Title,
    }),
    result: nothing,
  },
  'issue.own': {
    doc: 'Say which union answers for a common issue, and which post there. At or below the union that opened it.',
    noun: 'issue',
    who: staff,
    body: z.strictObject({ issue, unit: Int, post: z.optional(Int) }),
    result: nothing,
  },
  'issue.plan': {
    doc: 'Write the one plan of a common issue: what is to be reached, how, until when. A later plan takes its place.',
    noun: 'issue',
    who: staff,
    body: z.strictObject({ issue, goal: Goal, text: Text, until: LocalDay }),
    result: nothing,
  },
  'issue.task': {
    doc: 'Give a union a task under the plan, with its day.',
    noun: 'issue',
    who: staff,
    body: z.strictObject({ issue, unit: Int, what: Goal, until: LocalDay }),
    result: nothing,
  },
  'issue.task-done': {
    doc: 'Say that a task is done.',
    noun: 'issue',
    who: staff,
    body: z.strictObject({ issue, task: Int, text: z.optional(Text) }),
    result: nothing,
  },
  'issue.close': {
    doc: 'Close a common issue for a reason of the rules. What came of it is counted, not said.',
    noun: 'issue',
    who: staff,
    body: z.strictObject({ issue, reason: Code, text: z.optional(Text) }),
    result: nothing,
  },
  'issue.reopen': {
    doc: 'Open a closed common issue again, and say why.',
    noun: 'issue',
    who: staff,
    body: z.strictObject({ issue, text: Text }),
    result: nothing,
  },
  'suggestion.raise': {
    doc: 'Suggest a policy. The nearest level above that is staffed gives its opinion first; from there it climbs.',
    noun: 'suggestion',
    who: staff,
    body: z.strictObject({ unit: Int, title: Title, text: Text, issue: z.optional(Id) }),
    result: nothing,
  },
  'suggestion.opine': {
    doc: 'Give the opinion of your level: with its support a suggestion climbs on, or ends as supported at the last level; else it ends here.',
    noun: 'suggestion',
    who: staff,
    body: z.strictObject({ suggestion: Id, opinion: z.enum(opinions), text: Text }),
    result: nothing,
  },
  'practice.describe': {
    doc: 'Describe what your union tries, where, since when, and by which measure one may look whether it helped. Every union reads it: name nobody.',
    noun: 'practice',
    who: staff,
    body: z.strictObject({
      unit: Int,
      title: Title,
      text: Text,
      where: z.optional(z.array(Int).check(z.minLength(1), z.maxLength(200))),
      since: LocalDay,
      measure: z.enum(measures),
      cut: z.optional(Cut),
    }),
    result: nothing,
  },
  'practice.adopt': {
    doc: 'Do the same at your own union, since a day: its own months before and after are counted from then on.',
    noun: 'practice',
    who: staff,
    body: z.strictObject({ practice: Id, unit: Int, since: LocalDay }),
    result: nothing,
  },
  'practice.end': {
    doc: 'Say that a practice is over. What was counted stays to be read.',
    noun: 'practice',
    who: staff,
    body: z.strictObject({ practice: Id }),
    result: nothing,
  },
} as const
