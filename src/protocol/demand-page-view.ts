import * as z from 'zod/mini'
import { DemandRow, NamedUnion } from './demand-row.ts'
import { Code, Id, Instant } from './shape.ts'

/** How it is safe to reach a worker (domain/contact-wishes.ts); the choices, never the words. */
const Wishes = z.object({
  how: z.optional(z.enum(['text', 'none'])),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  pickup: z.optional(z.enum(['others'])),
})
const nullable = z.nullable
const unit = NamedUnion

/** One event of a demand as its page shows it; `content` names sealed text that `content.open` opens. */
export const TimelineRow = z.object({
  n: z.int(),
  kind: z.string(),
  at: Instant,
  by: z.enum(['worker', 'union', 'system']),
  unit: nullable(unit),
  person: nullable(z.string()),
  content: nullable(z.string()),
  detail: z.record(z.string(), z.unknown()),
})
/** One event of a demand as its page shows it. */
export type TimelineRow = z.infer<typeof TimelineRow>

/** Who opened sealed words of a demand, and what for. */
export const OpenedRow = z.object({
  at: Instant,
  unit,
  part: z.enum(['identity', 'text']),
  purpose: z.string(),
  person: nullable(z.string()),
})

/** Views on one demand for who handles it, spread into the registry. */
export const demandPageViews = {
  demand: {
    doc: 'One demand: its row, its events, who opened what.',
    who: ['staff'],
    params: z.strictObject({ id: Id }),
    answer: z.object({
      demand: DemandRow,
      timeline: z.array(TimelineRow),
      opened: z.array(OpenedRow),
      contactDueAt: nullable(Instant),
      triageUnit: nullable(unit),
      callbackUnit: nullable(unit),
      copies: z.array(unit),
      /** Every unit that its events name. */
      units: z.array(unit),
    }),
  },
  precedents: {
    doc: 'Rulings on objections about a topic, newest first, twenty at most.',
    who: ['staff'],
    params: z.strictObject({ topic: Code }),
    answer: z.object({
      rows: z.array(
        z.object({ at: Instant, region: z.string(), reason: z.string(), upheld: z.boolean(), from: unit, to: unit }),
      ),
    }),
  },
  dues: {
    doc: 'When first contact and answer would be due by a class, counted from the submission of the demand.',
    who: ['staff'],
    params: z.strictObject({ demand: Id, urgency: Code, difficulty: Code, nature: z.optional(Code) }),
    answer: z.object({ contactDueAt: Instant, dueAt: Instant }),
  },
  letters: {
    doc: 'Letters the lead of a demand may send, each with the day its reply would be due if it went out now.',
    who: ['staff'],
    params: z.strictObject({ demand: Id }),
    answer: z.object({ rows: z.array(z.object({ letter: z.string(), replyDueAt: nullable(Instant) })) }),
  },
  call: {
    doc: 'What whoever calls the worker must know first: the check word to say, and how it is safe to reach the worker, as far as the worker chose; null where nothing was chosen. For those who may log a contact or record a callback now.',
    who: ['staff'],
    params: z.strictObject({ demand: Id }),
    answer: z.object({ checkWord: z.string(), wishes: nullable(Wishes) }),
  },
  leads: {
    doc: "Units that could lead a demand: those of its region upward and downward, staffed or not; the employer's own union only where the worker is named.",
    who: ['staff'],
    params: z.strictObject({ demand: Id }),
    answer: z.object({
      rows: z.array(
        z.object({
          unit,
          staffed: z.boolean(),
          /** On the way from the region of the demand up to the root. */
          above: z.boolean(),
          sections: z.array(z.string()),
        }),
      ),
    }),
  },
} as const
