import * as z from 'zod/mini'
import { Id } from './shape.ts'

const purpose = z.enum(['public-story'])

/** Consents of the worker, one purpose each (domain §4 rule 11). Nobody else gives them and no command asks for one (rule 27). */
export const consentCommands = {
  'consent.give': {
    doc: 'Agree to a purpose, by the version of its text that was read; for a story: whether name and picture may be used.',
    noun: 'demand',
    who: ['claimant'],
    body: z.strictObject({
      demand: Id,
      purpose,
      version: z.int().check(z.gte(1), z.lte(9999)),
      name: z.boolean(),
      picture: z.boolean(),
    }),
    result: z.object({}),
  },
  'consent.withdraw': {
    doc: 'Take back what was agreed to; as easy as giving it.',
    noun: 'demand',
    who: ['claimant', 'system'],
    body: z.strictObject({ demand: Id, purpose }),
    result: z.object({}),
  },
} as const
