import * as z from 'zod/mini'
import { originKinds } from '../domain/campaign/command.ts'
import { measures } from '../domain/measure/measure.ts'
import { Cut } from './figure-view.ts'
import { Code, Id, Int, LocalDay, Short, Text } from './shape.ts'

const nothing = z.object({})
const title = Short.check(z.minLength(1))
const Stage = z.strictObject({ title, fromOn: LocalDay, toOn: LocalDay })
const campaignWords = {
  title,
  purpose: Text,
  basis: Text,
  fromOn: LocalDay,
  toOn: z.nullable(LocalDay),
  stages: z.array(Stage).check(z.maxLength(20)),
}
/** A clause as it is written: what it asks for is a measure of the registry, or nothing that is counted. */
const Clause = z.strictObject({
  text: Text,
  measure: z.nullable(z.enum(measures)),
  cut: z.nullable(Cut),
})
const directiveWords = {
  /** As the issuer counts them, e.g. `2026-3`. */
  number: z.string().check(z.regex(/^20\d\d-[1-9]\d{0,3}$/)),
  title,
  clauses: z.array(Clause).check(z.minLength(1), z.maxLength(40)),
}
const Part = z.strictObject({
  clause: z.int().check(z.gte(1), z.lte(40)),
  text: title,
  fromOn: LocalDay,
  toOn: LocalDay,
})

/** Any of these fields, at least one. */
function some<S extends Record<string, z.ZodMiniType>>(shape: S) {
  return Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, z.optional(schema)])) as {
    [K in keyof S]: z.ZodMiniOptional<S[K]>
  }
}

/** Commands of the main line 主线: campaigns, directives, briefs. No field anywhere takes a figure. */
export const lineCommands = {
  'campaign.open': {
    doc: 'Open a campaign at a unit: what it is for, what it rests on, its time in stages.',
    noun: 'campaign',
    who: ['staff'],
    body: z.strictObject({ unit: Int, ...campaignWords }),
    result: nothing,
  },
  'campaign.change': {
    doc: 'Change any of what a campaign says of itself.',
    noun: 'campaign',
    who: ['staff'],
    body: z.strictObject({ campaign: Id, ...some(campaignWords) }),
    result: nothing,
  },
  'origin.record': {
    doc: 'Record a proposal, an instruction or a note as a link of the origin chain. Who and words are sealed. With `demand` it is a note on that matter and shows to those who see the matter alone.',
    noun: 'campaign',
    who: ['staff'],
    body: z.strictObject({
      campaign: Id,
      origin: z.enum(originKinds),
      on: LocalDay,
      who: title,
      words: Text,
      ledTo: z.optional(title),
      directive: z.optional(Id),
      demand: z.optional(Id),
    }),
    result: nothing,
  },
  'campaign.lead': {
    doc: "Name the unit's leading group for a campaign of its own or of a unit above: posts held, sealed names, the section that is its office.",
    noun: 'leading-group',
    who: ['staff'],
    body: z.strictObject({
      campaign: Id,
      unit: Int,
      members: z.array(z.strictObject({ title, name: title })).check(z.minLength(1), z.maxLength(40)),
      section: z.nullable(Code),
    }),
    result: nothing,
  },
  'directive.draft': {
    doc: 'Draft a directive in clauses; what a clause asks for is chosen from the measures, never typed.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ unit: Int, campaign: Id, ...directiveWords }),
    result: nothing,
  },
  'directive.change': {
    doc: 'Change a draft. What was issued never changes.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ directive: Id, ...some(directiveWords) }),
    result: nothing,
  },
  'directive.issue': {
    doc: 'Issue a draft to a unit and all below it; each gets a brief of its own.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ directive: Id, unit: Int }),
    result: nothing,
  },
  'directive.supersede': {
    doc: 'Let another directive that the same unit issued take the place of this one.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ directive: Id, successor: Id }),
    result: nothing,
  },
  'directive.withdraw': {
    doc: 'Withdraw an issued directive, and say why.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ directive: Id, reason: Text }),
    result: nothing,
  },
  'form.ask': {
    doc: 'Ask for a new form: the nearest staffed union of province level or above sees it and answers. Say why the figures that are there do not do.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ directive: Id, unit: Int, title, why: Text }),
    result: nothing,
  },
  'form.refuse': {
    doc: 'Refuse, at province level or above, a form that a unit asked for, and say why.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ directive: Id, unit: Int, title, reason: Text }),
    result: nothing,
  },
  'form.attach': {
    doc: 'Send a new form down under a directive: refused until a post of province level or above has approved it.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ directive: Id, unit: Int, title, legalBasis: z.optional(Text) }),
    result: nothing,
  },
  'form.approve': {
    doc: 'Approve, at province level or above, that a unit sends a form down, and name the law that asks for it.',
    noun: 'directive',
    who: ['staff'],
    body: z.strictObject({ directive: Id, unit: Int, title, legalBasis: Text }),
    result: nothing,
  },
  'brief.deliver': {
    doc: 'Put an issued directive before a unit. The cascade sends it.',
    noun: 'brief',
    who: ['system'],
    body: z.strictObject({ directive: Id, unit: Int, path: z.array(Int), clauses: z.int() }),
    result: nothing,
  },
  'brief.receive': {
    doc: 'Give a receipt for a directive that was put before the unit.',
    noun: 'brief',
    who: ['staff'],
    body: z.strictObject({ directive: Id, unit: Int }),
    result: nothing,
  },
  'brief.plan': {
    doc: "Attach the unit's own plan; a later one takes its place.",
    noun: 'brief',
    who: ['staff'],
    body: z.strictObject({ directive: Id, unit: Int, text: Text }),
    result: nothing,
  },
  'brief.decompose': {
    doc: "Set the unit's own stages and contact points under clauses; the whole list, in place of the one before.",
    noun: 'brief',
    who: ['staff'],
    body: z.strictObject({ directive: Id, unit: Int, parts: z.array(Part).check(z.maxLength(200)) }),
    result: nothing,
  },
} as const
