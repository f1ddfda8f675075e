import * as z from 'zod/mini'
import { Code, Id, Int, LocalDay, Text } from './shape.ts'

const demand = Id
const nothing = z.object({})
const staff = { noun: 'demand', who: ['staff'], result: nothing } as const
const claimant = { noun: 'demand', who: ['claimant'], result: nothing } as const
const system = { noun: 'demand', who: ['system'], result: nothing } as const
const solved = z.enum(['solved', 'partly', 'unsolved', 'clear'])
const Holder = z.strictObject({ unit: Int, path: z.array(Int), section: z.nullable(Code) })

/** Commands of the callback, of what follows a closing, of merging, and of time. */
export const callbackCommands = {
  'callback.try': {
    doc: 'Log a callback that reached nobody. Three tries on three days over two ways make silence *unknown*.',
    ...staff,
    body: z.strictObject({ demand, way: z.enum(['call', 'sms', 'visit', 'thread']) }),
  },
  'callback.record': {
    doc: "Take down the worker's three answers in a callback, never by who handled it. Counts as assisted.",
    ...staff,
    body: z.strictObject({
      demand,
      way: z._default(z.enum(['call', 'visit']), 'call'),
      meant: z.optional(z.boolean()),
      contacted: z.optional(z.boolean()),
      solved,
      satisfied: z.optional(z.enum(['satisfied', 'fairly', 'unsatisfied'])),
      text: z.optional(Text),
    }),
  },
  'demand.reopen': {
    doc: 'Open a closed matter again by right: within 30 days, with a reason; the third time it goes one level up.',
    ...claimant,
    body: z.strictObject({ demand, text: Text }),
  },
  'watch.answer': {
    doc: 'Answer *did anyone give you trouble?* Yes is taken up one level above the lead, urgently.',
    ...claimant,
    body: z.strictObject({ demand, trouble: z.boolean(), text: z.optional(Text) }),
  },
  'protection.answer': {
    doc: 'Say what was done to protect the worker.',
    ...staff,
    body: z.strictObject({ demand, text: Text }),
  },
  'demand.merge': {
    doc: 'Handle a claim together with another demand (并案). Each keeps its receipt, seals, verdict and privacy.',
    ...staff,
    body: z.strictObject({ demand, master: Id }),
  },
  'claim.join': {
    doc: 'A follower tells the master of a claim.',
    ...system,
    body: z.strictObject({ demand, claim: Id }),
  },
  'claim.settle': {
    doc: 'A follower tells the master what became of a claim; null when it was opened again.',
    ...system,
    body: z.strictObject({
      demand,
      claim: Id,
      outcome: z.nullable(z.enum(['solved', 'partly', 'unsolved', 'unknown', 'clear', 'none'])),
    }),
  },
  'claim.deed': {
    doc: "A follower shares the master's deed with a claim.",
    ...system,
    body: z.strictObject({ demand, deed: Code, text: Text }),
  },
  'claim.answer': {
    doc: "A follower gives a claim the master's answer, in the same words.",
    ...system,
    body: z.strictObject({
      demand,
      claim: z.enum(['done', 'partly', 'notDone', 'explained']),
      callback: Holder,
      sameUnit: z.boolean(),
      callbackDueAt: z.iso.datetime(),
      text: Text,
    }),
  },
  'claim.promise': {
    doc: 'A follower tells a claim of the promise its master was given.',
    ...system,
    body: z.strictObject({
      demand,
      promisedOn: LocalDay,
      promisor: z.enum(['employer', 'department', 'union']),
      text: Text,
    }),
  },
  'claim.reclass': {
    doc: 'A follower tells a claim of the class and the due its master has now.',
    ...system,
    body: z.strictObject({ demand, urgency: Code, difficulty: Code, dueAt: z.iso.datetime() }),
  },
  'demand.tick': {
    doc: 'Time passes: whatever is due by now happens. Sent by the clock runner.',
    ...system,
    body: z.strictObject({ demand }),
  },
  'demand.recalculate': {
    doc: 'Count the dues again by the calendar now in force. Sent when an official calendar replaces a provisional one.',
    ...system,
    body: z.strictObject({ demand }),
  },
} as const
