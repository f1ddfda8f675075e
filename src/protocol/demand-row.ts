import * as z from 'zod/mini'
import { duties } from '../domain/demand/next.ts'
import { Id, Instant } from './shape.ts'

const nullable = z.nullable
/** A union as rows name it. */
export const NamedUnion = z.object({ id: z.int(), name: z.string(), level: z.string() })
const unit = NamedUnion
const seals = z.object({
  met: z.enum(['none', 'thread', 'call', 'person']),
  understood: z.enum(['none', 'yes', 'inPerson', 'affirmed']),
  delivered: z.enum(['none', 'claimed', 'yes']),
})
const next = nullable(
  z.object({
    what: z.enum(duties),
    unit,
    section: nullable(z.string()),
    at: Instant,
  }),
)

/** One line of a list of demands. No word of what was said; what it is about is the topic. */
export const DemandRow = z.object({
  id: Id,
  number: z.string(),
  pseudonym: z.string(),
  mode: z.enum(['named', 'confidential', 'anonymous']),
  topic: nullable(z.string()),
  nature: nullable(z.string()),
  urgency: z.string(),
  difficulty: z.string(),
  persons: z.int(),
  employer: nullable(z.object({ id: z.int(), name: z.string() })),
  /** Who hired the worker out. */
  agency: nullable(z.object({ id: z.int(), name: z.string() })),
  region: z.string(),
  status: z.enum(['raised', 'triaged', 'inHand', 'answered', 'reopened', 'closed', 'withdrawn']),
  orderState: nullable(z.enum(['offered', 'objected', 'signed', 'answered'])),
  claimed: nullable(z.string()),
  confirmed: nullable(z.string()),
  outcome: nullable(z.string()),
  seals,
  lead: nullable(z.object({ unit, section: nullable(z.string()) })),
  next,
  submittedAt: Instant,
  dueAt: nullable(Instant),
  /** When the callback ends, open or to come. */
  callbackDueAt: nullable(Instant),
  /** Until when the level above decides whether the worker's word counts in the rates; null where nothing is asked. */
  exclusionBy: nullable(Instant),
  /** A promise the worker agreed to. */
  promisedOn: nullable(z.string()),
  /** What the lead has asked of one level up. */
  pending: nullable(z.enum(['pause', 'extend', 'lower', 'opinion'])),
  paused: z.boolean(),
  /** Why the class was fixed at the raising. */
  fixed: nullable(z.enum(['danger', 'group'])),
  /** The demand it is handled under. */
  master: nullable(Id),
  reopened: z.int(),
  version: z.int(),
  verbs: z.array(z.string()),
})
/** One line of a list of demands. */
export type DemandRow = z.infer<typeof DemandRow>
