import * as z from 'zod/mini'
import { Id, Text } from './shape.ts'

const on = { noun: 'demand', result: z.object({}) } as const

/** Commands about going to the employer: the worker is asked first (domain §4 rules 4 and 21). */
export const approachCommands = {
  'approach.propose': {
    doc: 'Ask the worker whether the union may go to the employer: when, to whom and with which words, in one text the worker reads. A letter to an employer waits for the yes, but for danger to life.',
    ...on,
    who: ['staff'],
    body: z.strictObject({ demand: Id, text: Text }),
  },
  'approach.answer': {
    doc: 'The worker says yes or no to the last proposal, and may change it while the matter is open.',
    ...on,
    who: ['claimant'],
    body: z.strictObject({ demand: Id, yes: z.boolean(), text: z.optional(Text) }),
  },
  'approach.record': {
    doc: 'Write down what the worker said to it on the phone (`call`, also by video) or face to face (`person`); needs such a contact. Marked so, shown to the worker, and never a yes where the worker said no under the receipt.',
    ...on,
    who: ['staff'],
    body: z.strictObject({ demand: Id, yes: z.boolean(), way: z.enum(['call', 'person']), text: z.optional(Text) }),
  },
} as const
