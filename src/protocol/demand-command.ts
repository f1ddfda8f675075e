import * as z from 'zod/mini'
import { clockTime } from '../domain/contact-wishes.ts'
import { AmountFen, Code, Id, Instant, Int, Region, Short, Text } from './shape.ts'

const Identity = z.strictObject({
  name: z.optional(Short),
  phone: z.optional(Short.check(z.regex(/^[+0-9 ()-]{0,30}$/))),
  reach: z.optional(Short),
  how: z.optional(z.enum(['text', 'none'])),
  from: z.optional(z.string().check(z.regex(clockTime))),
  to: z.optional(z.string().check(z.regex(clockTime))),
  pickup: z.optional(z.enum(['others'])),
})
const demand = Id
const Groups = z.array(Code).check(z.maxLength(12))
/** Files that wait (`/file`, tus 1.0): id and the secret its sender drew. */
const Files = z
  .array(z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[\w-]{43}$/)))
  .check(z.maxLength(100))
const nothing = z.object({})
const claimantOrStaff = ['claimant', 'staff'] as const

/** Commands of the demand itself. Bodies are strict: an unknown field is an error that names it. */
export const demandCommands = {
  'demand.raise': {
    doc: 'Say what happened. Answers with the receipt: number and retrieval code, shown once; the same command sent again within the hour gets the same receipt. `employer`: where the work is done; `agency`: who hired the worker out, an employer too. `madeAt`: when it was taken down on a visit, by the clock of the device. `files`: what was sent to `/file` before, each as `<id>.<secret>`.',
    noun: 'demand',
    who: ['public', 'staff'],
    body: z.strictObject({
      region: Region,
      channel: Code,
      mode: z.enum(['named', 'confidential', 'anonymous']),
      text: Text,
      identity: z.optional(Identity),
      persons: z._default(z.int().check(z.gte(1), z.lte(100_000)), 1),
      employer: z.optional(Int),
      agency: z.optional(Int),
      topicHint: z.optional(Code),
      danger: z.optional(z.boolean()),
      visit: z.optional(Id),
      madeAt: z.optional(Instant),
      groups: z.optional(Groups),
      files: z.optional(Files),
    }),
    result: z.object({ number: z.string(), code: z.string(), checkWord: z.string() }),
  },
  'demand.triage': {
    doc: 'Set topic, nature and class and offer the order to a lead; fixes the answer due, counted from submission.',
    noun: 'demand',
    who: ['staff'],
    body: z.strictObject({
      demand,
      topic: Code,
      nature: Code,
      urgency: Code,
      difficulty: Code,
      lead: Int,
      section: z.optional(Code),
    }),
    result: nothing,
  },
  'demand.redirect': {
    doc: 'Tell the worker where to go instead, with a reason the worker reads. Never silent.',
    noun: 'demand',
    who: ['staff'],
    body: z.strictObject({ demand, outcome: z.optional(Code), reason: Code, earlier: z.optional(Short), text: Text }),
    result: nothing,
  },
  'demand.answer-now': {
    doc: 'Triage answers at once; closed by the word of the worker. A consultation is closed by *clear* and is no deed.',
    noun: 'demand',
    who: ['staff'],
    body: z.strictObject({ demand, topic: Code, nature: Code, text: Text }),
    result: nothing,
  },
  'order.sign': {
    doc: 'Sign for the order.',
    noun: 'demand',
    who: ['staff'],
    body: z.strictObject({ demand }),
    result: nothing,
  },
  'contact.log': {
    doc: 'Log a live contact, or a try that reached nobody.',
    noun: 'demand',
    who: ['staff'],
    body: z.strictObject({ demand, way: z.enum(['person', 'video', 'call', 'try']), note: z.optional(Text) }),
    result: nothing,
  },
  'message.post': {
    doc: 'Write into the thread of the demand.',
    noun: 'demand',
    who: claimantOrStaff,
    body: z.strictObject({ demand, text: Text }),
    result: nothing,
  },
  'understanding.write': {
    doc: 'Write back in plain words what the union understood and what it can and cannot do.',
    noun: 'demand',
    who: ['staff'],
    body: z.strictObject({ demand, text: Text }),
    result: nothing,
  },
  'understanding.answer': {
    doc: 'Say *that is it*, or what is not quite right.',
    noun: 'demand',
    who: ['claimant'],
    body: z.strictObject({ demand, yes: z.boolean(), text: z.optional(Text) }),
    result: nothing,
  },
  'deed.record': {
    doc: 'Record a deed: what was done, of which kind, with an amount where there is one.',
    noun: 'demand',
    who: ['staff'],
    body: z.strictObject({ demand, deed: Code, amountFen: z.optional(AmountFen), text: Text }),
    result: nothing,
  },
  'demand.answer': {
    doc: 'Answer the worker: what was done, by whom, what was not and why. Needs a contact or three tries; *done* needs a deed.',
    noun: 'demand',
    who: ['staff'],
    body: z.strictObject({ demand, claim: z.enum(['done', 'partly', 'notDone', 'explained']), text: Text }),
    result: nothing,
  },
  'verdict.give': {
    doc: 'The worker says whether it is solved. No role of the union can send this.',
    noun: 'demand',
    who: ['claimant'],
    body: z.strictObject({
      demand,
      solved: z.enum(['solved', 'partly', 'unsolved', 'clear']),
      satisfied: z.optional(z.enum(['satisfied', 'fairly', 'unsatisfied'])),
      contacted: z.optional(z.boolean()),
      text: z.optional(Text),
    }),
    result: nothing,
  },
  'demand.withdraw': {
    doc: 'The worker withdraws, and says whether anybody pressed them to: if so the demand stays open.',
    noun: 'demand',
    who: ['claimant'],
    body: z.strictObject({ demand, pressed: z.boolean(), text: z.optional(Text) }),
    result: nothing,
  },
  'demand.keep-cadre': {
    doc: 'Of a matter heard on a visit: say who stays with one, whoever came (`cadre`), that union, or nobody. At any time; whoever takes the post over takes the worker over.',
    noun: 'demand',
    who: ['claimant'],
    body: z.strictObject({ demand, keep: z.enum(['cadre', 'union', 'nobody']) }),
    result: nothing,
  },
  'file.attach': {
    doc: 'Add files to a matter that is open: each was sent to `/file` before, and is named by its id and its secret.',
    noun: 'demand',
    who: ['claimant'],
    body: z.strictObject({ demand, files: Files.check(z.minLength(1)) }),
    result: nothing,
  },
  'groups.set': {
    doc: 'Say which groups of workers one belongs to, all of them; an empty list takes back what was said. Optional, at any time; only cuts of figures come of it.',
    noun: 'demand',
    who: ['claimant'],
    body: z.strictObject({ demand, groups: Groups }),
    result: nothing,
  },
  'content.erase': {
    doc: 'Destroy the keys of identity or text for good. Identity at any time, text once the demand is closed.',
    noun: 'demand',
    who: claimantOrStaff,
    body: z.strictObject({
      demand,
      parts: z.array(z.enum(['identity', 'text'])).check(z.minLength(1), z.maxLength(2)),
      reason: Code,
    }),
    result: nothing,
  },
  'content.open': {
    doc: 'Open identity or text; writes a read record in the same transaction and answers with the opened values. `file`: this file alone, whose bytes `/api/file/{demand}/{file}` gives. `trainingNeeded`: a course who is new in the role has still to pass.',
    noun: 'access',
    who: ['staff'],
    body: z.strictObject({ demand, part: z.enum(['identity', 'text']), purpose: Code, file: z.optional(z.uuid()) }),
    result: z.object({ trainingNeeded: z.optional(Code) }),
  },
} as const
