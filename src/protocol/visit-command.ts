import * as z from 'zod/mini'
import { Code, Id, Instant, Int, LocalDay, Region, Short, Text } from './shape.ts'

const nothing = z.object({})
const spot = { place: z.optional(Id), employer: z.optional(Int), region: z.optional(Region) }
const few = 20
/** Longest sentence of a visit, in UTF-16 units. */
export const longestSentence = 1000
const Sentence = Text.check(z.maxLength(longestSentence))
const Name = Short.check(z.minLength(1))

// What is told of a visit. No field for a photo, a position or a name (domain §0.5, §4 rule 10): a test reads this list.
const told = {
  kind: Code,
  startedAt: Instant,
  endedAt: z.optional(Instant),
  team: z.optional(z.array(Int).check(z.minLength(1), z.maxLength(few))),
  met: z.int().check(z.gte(0), z.lte(100_000)),
  opinions: z._default(z.array(z.strictObject({ theme: Code, text: Sentence })).check(z.maxLength(few)), []),
  explanations: z._default(
    z.array(z.strictObject({ topic: z.optional(Code), policy: z.optional(Code) })).check(z.maxLength(few)),
    [],
  ),
  deeds: z._default(z.array(z.strictObject({ deed: Code, text: Sentence })).check(z.maxLength(few)), []),
  nextStep: z.optional(z.strictObject({ text: Sentence, on: z.optional(LocalDay) })),
}
const corrected = {
  kind: z.optional(told.kind),
  startedAt: z.optional(told.startedAt),
  endedAt: told.endedAt,
  team: told.team,
  met: z.optional(told.met),
  opinions: z.optional(z.array(z.strictObject({ theme: Code, text: Sentence })).check(z.maxLength(few))),
  explanations: z.optional(
    z.array(z.strictObject({ topic: z.optional(Code), policy: z.optional(Code) })).check(z.maxLength(few)),
  ),
  deeds: z.optional(z.array(z.strictObject({ deed: Code, text: Sentence })).check(z.maxLength(few))),
  nextStep: told.nextStep,
}

/** Commands on visits 走访 and contact points 联系点. */
export const visitCommands = {
  'visit.plan': {
    doc: 'Plan a visit: where (one of contact point, enterprise, region), on which day, by which post.',
    noun: 'visit',
    who: ['staff'],
    body: z.strictObject({ unit: Int, ...spot, on: LocalDay, post: Int }),
    result: nothing,
  },
  'visit.drop': {
    doc: 'A planned visit is not paid, for a listed reason.',
    noun: 'visit',
    who: ['staff'],
    body: z.strictObject({ visit: Id, reason: Code }),
    result: nothing,
  },
  'visit.record': {
    doc: 'Record a visit that was paid, planned (`plan`) or not: how many people were met, opinions, what was explained and done on the spot, the next step. Answers with the earlier visits where one enterprise was visited often. Demands heard are raised with `demand.raise` and its `visit`.',
    noun: 'visit',
    who: ['staff'],
    body: z.strictObject({ unit: Int, plan: z.optional(Id), ...spot, ...told, madeAt: z.optional(Instant) }),
    result: z.object({ repeated: z.boolean() }),
  },
  'visit.correct': {
    doc: 'Correct a visit one recorded oneself, within some days; what is given takes the place of what was told.',
    noun: 'visit',
    who: ['staff'],
    body: z.strictObject({ visit: Id, reason: Sentence, ...corrected }),
    result: nothing,
  },
  'place.keep': {
    doc: 'Keep a contact point, with the post that owns it. The name is that of a workplace, a team or a service point, never of a person.',
    noun: 'place',
    who: ['staff'],
    body: z.strictObject({
      unit: Int,
      name: Name,
      kind: Code,
      employer: z.optional(Int),
      region: z.optional(Region),
      owner: Int,
      fromOn: LocalDay,
      toOn: z.optional(LocalDay),
    }),
    result: nothing,
  },
  'place.pass-on': {
    doc: 'Give a contact point to another post of the union.',
    noun: 'place',
    who: ['staff'],
    body: z.strictObject({ place: Id, owner: Int }),
    result: nothing,
  },
  'place.end': {
    doc: 'A contact point is kept no longer.',
    noun: 'place',
    who: ['staff'],
    body: z.strictObject({ place: Id, on: LocalDay }),
    result: nothing,
  },
  'place.station': {
    doc: 'A post lives at the contact point from one day to another.',
    noun: 'place',
    who: ['staff'],
    body: z.strictObject({ place: Id, post: Int, fromOn: LocalDay, toOn: LocalDay }),
    result: z.object({ entry: z.int() }),
  },
  'place.unstation': {
    doc: 'Take back one stationing.',
    noun: 'place',
    who: ['staff'],
    body: z.strictObject({ place: Id, entry: Int }),
    result: nothing,
  },
  'outreach.look': {
    doc: 'Look whether an enterprise was visited in a year, and say it where it is new. The follower of visits sends it, under an id of the realm of the enterprise.',
    noun: 'outreach',
    who: ['system'],
    body: z.strictObject({ employer: Int, year: z.int().check(z.gte(2000), z.lte(2999)) }),
    result: nothing,
  },
} as const
