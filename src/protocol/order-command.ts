import * as z from 'zod/mini'
import { AmountFen, Code, Id, Int, LocalDay, Text } from './shape.ts'

const demand = Id
const nothing = z.object({})
const staff = { noun: 'demand', who: ['staff'], result: nothing } as const

/** Commands of the order machine: objection and ruling, joint orders, requests, opinions, promises, letters. */
export const orderCommands = {
  'order.object': {
    doc: 'The lead says the order is not theirs: once, within four working hours, with a reason of the catalogue. The answer due runs on.',
    ...staff,
    body: z.strictObject({ demand, reason: Code, text: Text }),
  },
  'order.rule': {
    doc: 'Rule an objection: name who leads. Final, and stored as a precedent.',
    ...staff,
    body: z.strictObject({ demand, lead: Int, section: z.optional(Code), text: Text }),
  },
  'joint.order': {
    doc: 'Ask another unit or an outside department to join in (协办): exactly one of both. It answers before the lead must.',
    ...staff,
    body: z.strictObject({
      demand,
      unit: z.optional(Int),
      section: z.optional(Code),
      department: z.optional(Code),
      text: Text,
    }),
  },
  'joint.answer': {
    doc: 'Answer a joint order, or state why it cannot be done. What a department answered is written down by the lead.',
    ...staff,
    body: z.strictObject({ demand, n: z.int().check(z.gte(1)), unable: z._default(z.boolean(), false), text: Text }),
  },
  'request.ask': {
    doc: 'Ask one level up for a pause (reason and end), an extension (once) or a lower priority. Silence climbs.',
    ...staff,
    body: z.strictObject({
      demand,
      request: z.enum(['pause', 'extend', 'lower']),
      reason: Code,
      until: z.optional(LocalDay),
      urgency: z.optional(Code),
      difficulty: z.optional(Code),
      text: Text,
    }),
  },
  'request.decide': {
    doc: 'Grant or refuse what was asked. A refusal says why.',
    ...staff,
    body: z.strictObject({ demand, grant: z.boolean(), text: z.optional(Text) }),
  },
  'pause.end': {
    doc: 'Take the matter up again before the pause ends.',
    ...staff,
    body: z.strictObject({ demand }),
  },
  'demand.reclass': {
    doc: 'Raise the priority: the earlier of both dues stands. Lowering is a request.',
    ...staff,
    body: z.strictObject({ demand, urgency: Code, difficulty: Code }),
  },
  'opinion.ask': {
    doc: 'Escalate (上报): the level above must state an opinion in time.',
    ...staff,
    body: z.strictObject({ demand, text: Text }),
  },
  'opinion.give': {
    doc: 'State the opinion asked for; `take` leads the matter from now on.',
    ...staff,
    body: z.strictObject({ demand, take: z._default(z.boolean(), false), text: Text }),
  },
  'commitment.make': {
    doc: 'Record a promise with a date that the worker agreed to. Nothing closes before it; the callback moves to the day after.',
    ...staff,
    body: z.strictObject({
      demand,
      promisedOn: LocalDay,
      promisor: z.enum(['employer', 'department', 'union']),
      amountFen: z.optional(AmountFen),
      workerAgreed: z.boolean(),
      text: Text,
    }),
  },
  'commitment.contradict': {
    doc: 'The worker says they agreed to no such promise: it falls away.',
    noun: 'demand',
    who: ['claimant'],
    body: z.strictObject({ demand, text: z.optional(Text) }),
    result: nothing,
  },
  'letter.send': {
    doc: 'Record a letter of the catalogue (一函两书 and others) that went out; the date of the reply is counted by the rules.',
    ...staff,
    body: z.strictObject({ demand, letter: Code, text: Text }),
  },
  'letter.reply': {
    doc: 'Record the reply to a letter.',
    ...staff,
    body: z.strictObject({ demand, n: z.int().check(z.gte(1)), text: Text }),
  },
  'recusal.declare': {
    doc: 'Step back from a matter one is linked to: the post sees nothing of it any more; somebody else handles it.',
    ...staff,
    body: z.strictObject({ demand }),
  },
} as const
