import * as z from 'zod/mini'
import { AmountFen, Code, Id, Int, LocalDay, Short, Text } from './shape.ts'

const nothing = z.object({})
const side = z.enum(['workers', 'enterprise'])
/** A name on a list of beneficiaries. */
const Name = Short.check(z.minLength(1), z.maxLength(60))
/** A surname, as the public notice shows it; the rules say which are more than one character. */
const Surname = z.string().check(z.regex(/^\p{L}{1,12}$/u))
/** How many people a deed reached. */
const Persons = z.int().check(z.gte(0), z.lte(10_000_000))

/** Commands on a deed 实事 that stands by itself. What is done within a demand is `deed.record`. */
export const deedCommands = {
  'deed.propose': {
    doc: 'Propose a deed of the unit, for workers or for an enterprise: what is to be done, for how many, with which money. Names are sealed and never shown again; money waits for two persons.',
    noun: 'deed',
    who: ['staff'],
    body: z.strictObject({
      unit: Int,
      deed: Code,
      for: side,
      what: Text,
      beneficiaries: Persons,
      employer: z.optional(Int),
      names: z.optional(z.array(Name).check(z.maxLength(200))),
      surnames: z.optional(z.array(Surname).check(z.maxLength(200))),
      amountFen: z.optional(AmountFen),
      fund: z.optional(Code),
      /** Values of the own fields of the kind, by code (`rules/deeds.yaml`). */
      fields: z.optional(z.record(Code, z.union([Code, z.number(), z.boolean()]))),
      demand: z.optional(Id),
    }),
    result: z.object({ noticeTo: z.nullable(z.string()) }),
  },
  'deed.approve': {
    doc: 'Sign for the money of a deed. Two different persons must, neither of them the proposer.',
    noun: 'deed',
    who: ['staff'],
    body: z.strictObject({ deedId: Id }),
    result: nothing,
  },
  'deed.refuse': {
    doc: 'Refuse the money of a deed, with the reason.',
    noun: 'deed',
    who: ['staff'],
    body: z.strictObject({ deedId: Id, reason: Text }),
    result: nothing,
  },
  'deed.do': {
    doc: 'Say that an approved deed was done, and on which day; after the public notice where the kind has one.',
    noun: 'deed',
    who: ['staff'],
    body: z.strictObject({ deedId: Id, on: LocalDay, evidence: z.optional(Text) }),
    result: nothing,
  },
  'deed.end': {
    doc: 'Say that a deed came to nothing, and why.',
    noun: 'deed',
    who: ['staff'],
    body: z.strictObject({ deedId: Id, reason: Text }),
    result: nothing,
  },
  'deed.slip': {
    doc: 'Make slips, each a number and a code, by which beneficiaries of a deed that was done, or the enterprise, say one word. Told once.',
    noun: 'deed',
    who: ['staff'],
    body: z.strictObject({ deedId: Id, side, count: z.optional(z.int().check(z.gte(1), z.lte(1000))) }),
    /** With the outcome, for as long as a receipt is told again: `slips`, and of the first `number` and `code`. */
    result: z.object({ side, first: z.int(), count: z.int() }),
  },
  'deed.say': {
    doc: 'A beneficiary says by slip whether the deed helped. A later word takes the place of an earlier one.',
    noun: 'deed',
    who: ['claimant'],
    body: z.strictObject({ deedId: Id, useful: z.enum(['yes', 'partly', 'no']) }),
    result: nothing,
  },
  'deed.enterprise-say': {
    doc: 'The enterprise says by slip whether the deed helped; counted apart from the words of workers.',
    noun: 'deed',
    who: ['claimant'],
    body: z.strictObject({ deedId: Id, useful: z.enum(['yes', 'no']) }),
    result: nothing,
  },
} as const
