import * as z from 'zod/mini'
import { Code, Id, Text } from './shape.ts'

const staff = { noun: 'demand', who: ['staff'], result: z.object({}) } as const

/** Commands about leaving an unfair score out of the rates (domain §2.9). What the worker said is kept untouched. */
export const exclusionCommands = {
  'exclusion.ask': {
    doc: 'Apply to have a matter left out of the rates: within five working days of the worker’s word, with a code of the reasons `exclude` and what shows it. Two persons of the nearest level above that has two decide in five working days; silence keeps it in.',
    ...staff,
    body: z.strictObject({ demand: Id, reason: Code, text: Text }),
  },
  'exclusion.weigh': {
    doc: 'Say yes or no to leaving a matter out of the rates, at the level above. Two different persons must agree; the first no ends it and says why.',
    ...staff,
    body: z.strictObject({ demand: Id, agree: z.boolean(), text: z.optional(Text) }),
  },
} as const
