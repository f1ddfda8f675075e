import * as z from 'zod/mini'
import { type CommandKind, commands } from './command.ts'
import { Id, Instant, Int, LocalDay } from './shape.ts'
import { Day, Expect, Name, said } from './story-figure.ts'
import { demandLists, type ViewName, views } from './view.ts'

type Shape = Record<string, z.ZodMiniType>

/** When a step happens; the clock only goes forward. */
export const StepAt = said(
  z
    .string()
    .check(
      z.regex(
        /^(\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?|\+\d{1,3}(wd|d) \d\d:\d\d|\+\d{1,4}[mh])$/,
      ),
    ),
  "When: `09:10` of the story's present day, `2026-06-16T09:10`, `+1wd 09:00` (working days on), `+3d 09:00` (calendar days on), `+30m`, `+2h`. Without it, right after the step before.",
)

const always = {
  at: z.optional(StepAt),
  note: z.optional(said(z.string(), 'For the reader; not looked at.')),
}
const who = {
  as: said(Name, 'A person or worker of the cast, or `anyone`: nobody in particular, without an account.'),
  post: z.optional(
    said(
      Name,
      'Which of the own posts to act in: its role, or `unit/role`. Without it, the first that may use the verb.',
    ),
  ),
  from: z.optional(
    said(
      z.string().check(z.regex(/^[0-9a-f:.]{3,45}$/i)),
      'Address the request comes from, where that matters: limits against guessing.',
    ),
  ),
  expect: z.optional(Expect),
}
const sending = {
  unchecked: z.optional(
    said(z.record(z.string(), z.unknown()), 'Laid over `with` and sent as it stands: for trying what must be refused.'),
  ),
  basedOn: z.optional(said(z.int(), 'Version of the stream the sender saw.')),
  times: z.optional(said(z.int().check(z.gte(2), z.lte(64)), 'Send the same command so many times at once.')),
}

/** Fields of bodies and parameters that name a stream which is no demand: a story calls it as `keep: { stream }` did. */
export const streamFields = [
  'campaign',
  'directive',
  'successor',
  'meeting',
  'brief',
  'visit',
  'place',
  'deedId',
  'plan',
  'course',
  'class',
  'issue',
  'suggestion',
  'practice',
  'sheet',
  'series',
  'article',
  'comment',
  'training',
] as const

/**
 * Whether a field of a step names a stream: one of `streamFields` that the wire knows by id there. Elsewhere the same word is
 * a word, e.g. the `place` of a meeting, which a story writes as it stands. A step of neither verb nor view names what it says.
 */
export function namesStream(step: Readonly<Record<string, unknown>>, field: string): boolean {
  if (!(streamFields as readonly string[]).includes(field)) return false
  const verb = commands[String(step.do) as CommandKind]?.body ?? views[String(step.view) as ViewName]?.params
  const schema = (verb?.shape as Shape | undefined)?.[field]
  return schema === undefined || isId(schema)
}

function isId(schema: z.ZodMiniType): boolean {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable)
    return isId(schema.def.innerType as z.ZodMiniType)
  return schema === Id
}

// What a story calls by name, the wire calls by id. Everything else is checked as the wire checks it.
const named: Shape = {
  demand: said(Name, 'Name under which the demand was kept. A worker may leave it out: their receipt says it.'),
  employer: said(Name, 'Employer of the cast, or its full name.'),
  agency: said(Name, 'Agency that hired the worker out: an employer of the cast, or its full name.'),
  lead: said(Name, 'Unit of the cast, or its full name.'),
  below: said(Name, 'Unit of the cast, or its full name.'),
  unit: said(Name, 'Unit of the cast, or its full name.'),
  account: said(Name, 'Person of the cast.'),
  accounts: said(z.array(Name).check(z.minLength(1)), 'People of the cast; `p-1..p-60` is sixty of a `many`.'),
  follows: said(Name, 'Plan it succeeds, by the name it was kept under.'),
  post: said(
    z.union([Int, Name]),
    'A post: a person of the cast (their first post), `person/role`, `unit/role`, the name it was kept under, or its number.',
  ),
  ...Object.fromEntries(
    ['owner', 'trainerPost'].map((field) => [field, said(z.union([Int, Name]), 'A post, called like `post`.')]),
  ),
  team: said(z.array(z.union([Int, Name])), 'Posts, called like `post`.'),
  master: said(Name, 'Name under which the demand it is handled under was kept.'),
  ...Object.fromEntries(streamFields.map((field) => [field, said(Name, 'Name under which its stream was kept.')])),
  identity: said(
    z.union([
      Name,
      z.strictObject({ name: z.optional(z.string()), phone: z.optional(z.string()), reach: z.optional(z.string()) }),
    ]),
    'A worker of the cast, or name, phone and how to be reached.',
  ),
}
// What the wire knows by its shape alone.
const shaped = new Map<z.ZodMiniType, z.ZodMiniType>([
  [Id, said(Name, 'Person of the cast.')],
  [LocalDay, said(Day, "A day in China: `2026-06-23`, or counted from the story's present day: `+5wd`, `+3d`.")],
  [Instant, said(StepAt, 'An instant, written like `at` of a step.')],
])
const receipt = said(
  Name,
  "Name under which the receipt was kept; without it, the receipt of the demand named, else the worker's last one.",
)

/** What a story writes where the wire takes this; undefined where it is the same. Days stand in lists as well. */
function written(schema: z.ZodMiniType): z.ZodMiniType | undefined {
  if (schema instanceof z.ZodMiniNullable) {
    const inner = written(schema.def.innerType as z.ZodMiniType)
    return inner && z.nullable(inner)
  }
  if (schema instanceof z.ZodMiniArray && schema.def.element instanceof z.ZodMiniObject) {
    const shape = schema.def.element.shape as Shape
    const days = Object.values(shape).some((each) => shaped.has(each))
    return days
      ? z.array(z.strictObject(Object.fromEntries(Object.entries(shape).map(([key, s]) => [key, shaped.get(s) ?? s]))))
      : undefined
  }
  return shaped.get(schema)
}

function withOf(body: Shape, byReceipt: boolean): z.ZodMiniType {
  const shape = Object.fromEntries(
    Object.entries(body).map(([key, schema]): [string, z.ZodMiniType] => {
      const optional = schema instanceof z.ZodMiniOptional
      // A stream is called by name only where the wire wants its id.
      const byName = (streamFields as readonly string[]).includes(key) && !isId(schema) ? undefined : named[key]
      const known = byName ?? written(optional ? (schema.def.innerType as z.ZodMiniType) : schema)
      if (!known) return [key, schema]
      return [key, (key === 'demand' && byReceipt) || optional ? z.optional(known) : known]
    }),
  )
  return z.strictObject(byReceipt ? { ...shape, receipt: z.optional(receipt) } : shape)
}

function commandStep(kind: CommandKind): z.ZodMiniType {
  const { body, doc, who: senders } = commands[kind]
  const byReceipt = (senders as readonly string[]).includes('claimant')
  const step = z.strictObject({
    ...always,
    ...who,
    ...sending,
    do: z.literal(kind),
    with: z.optional(withOf(body.shape as Shape, byReceipt)),
    keep: z.optional(Keep),
  })
  return said(step, `${doc} Sent by: ${senders.join(', ')}.`)
}

/** What is kept of an outcome, and under which name: the demand, its receipt, its number or code, a post, the command itself. */
const Keep = z.strictObject({
  demand: z.optional(Name),
  stream: z.optional(said(Name, 'What a command made, whatever it is: a directive, a visit, a class.')),
  receipt: z.optional(Name),
  number: z.optional(Name),
  code: z.optional(Name),
  post: z.optional(Name),
  command: z.optional(said(Name, 'For `again`.')),
})

function viewStep(name: ViewName): z.ZodMiniType {
  const { params, doc, who: readers } = views[name]
  const { id, ...rest } = params.shape as Shape
  const shape = { ...rest, ...(id ? { demand: id } : {}) }
  const byReceipt = (readers as readonly string[]).includes('claimant')
  const more: Shape = name === 'follow' ? { code: z.optional(z.string()) } : {}
  if (name === 'follow' || name === 'search')
    more.number = said(z.optional(Name), 'A number, or the name it was kept under.')
  const asked = withOf(
    { ...shape, ...more, ...(name === 'follow' ? { demand: z.optional(z.string()) } : {}) },
    byReceipt,
  )
  const step = z.strictObject({
    ...always,
    ...who,
    view: z.literal(name),
    with: z.optional(asked),
    times: sending.times,
  })
  return said(step, `${doc} Asked by: ${readers.join(', ')}.`)
}

/** Kinds that somebody of a cast can send; what the system sends itself happens by itself, and an operator's is no step. */
export const storyKinds = (Object.keys(commands) as CommandKind[]).filter((kind) =>
  commands[kind].who.some((sender) => sender !== 'system' && sender !== 'operator'),
)
/** Steps that send a command, by its kind. */
export const commandSteps: Readonly<Record<string, z.ZodMiniType>> = Object.fromEntries(
  storyKinds.map((kind) => [kind, commandStep(kind)]),
)
/** Steps that ask a view, by its name. */
export const viewSteps = Object.fromEntries(
  Object.keys(views).map((name) => [name, viewStep(name as ViewName)]),
) as Record<ViewName, z.ZodMiniType>
/** Lists of the desk, and `demands`: every demand the post sees, open or closed. */
export const storyLists = [...demandLists, 'demands'] as const
/** A step that reads a list to its end. */
export const listStep = said(
  z.strictObject({ ...always, ...who, list: z.enum(storyLists) }),
  'Read a list of the desk to its end; `demands` is every demand the post sees, open or closed.',
)
/** A step that sends an earlier command again, under its id. */
export const againStep = said(
  z.strictObject({ ...always, ...who, as: z.optional(who.as), ...sending, again: said(Name, 'The command, as kept.') }),
  'Send an earlier command again: the same id, and the same body unless `unchecked` changes it.',
)
/** A step that only lets time pass. */
export const clockStep = said(z.strictObject({ at: StepAt, note: always.note }), 'Let time pass.')
/** A step whose subject is not built yet: reported as *later*, never as passed. */
export const laterStep = said(
  z.looseObject({ later: said(z.string().check(z.minLength(1)), 'What it waits for.') }),
  'Not played: its subject is not built yet. Everything else in it may say what is meant.',
)
