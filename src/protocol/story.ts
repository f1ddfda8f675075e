import * as z from 'zod/mini'
import { roles } from '../domain/actor.ts'
import { Name, said } from './story-figure.ts'
import { againStep, clockStep, commandSteps, laterStep, listStep, StepAt, viewSteps } from './story-step.ts'
import { views } from './view.ts'

/**
 * A story: a dated list of steps by named roles with what each expects (product.md, Stories). One file is acceptance
 * test, demo data, sandbox and bug report in one. `docs/stories.md` explains what stands here.
 */

const code = z.string().check(z.minLength(1), z.maxLength(40))
const region = said(
  z.string().check(z.regex(/^\d{6}(\d{3})?$/)),
  'Region in quotes: six digits to county, nine to township. 99… are fictional.',
)

const Unit = z.strictObject({
  id: Name,
  name: Name,
  level: z.enum(['nation', 'province', 'city', 'county', 'township', 'grassroots', 'group']),
  region,
  parent: z.optional(
    said(Name, "Unit above: of the cast, or its full name. Without it, the nearest above in the region's path."),
  ),
  employer: z.optional(said(Name, 'For a grassroots union: its employer.')),
  sections: z.optional(z.array(code)),
  small: z.optional(
    said(
      z.literal(true),
      'A small office: one person may combine the duties that rules/small-office.yaml lets one combine there.',
    ),
  ),
})

const Duty = z.strictObject({
  post: z.optional(said(Name, 'Which of the own posts: its role, or `unit/role`. Without it the first.')),
  from: said(StepAt, 'Written like `at` of a step, seen from the clock of the story.'),
  to: said(StepAt, 'Written like `at` of a step, seen from `from`.'),
})

const Post = z.strictObject({
  unit: said(Name, 'Unit of the cast, or its full name.'),
  role: z.enum(roles),
  section: z.optional(code),
  fullTime: z.optional(z.boolean()),
})

const CastList = z.strictObject({
  units: z.optional(
    said(
      z.array(Unit),
      'A unit takes the seat of its level in its region, under this name; others are made. The demo county (990102) is there in any case.',
    ),
  ),
  people: z.optional(
    z.array(
      z.strictObject({
        id: Name,
        name: Name,
        posts: z.array(Post).check(z.minLength(1)),
        duty: z.optional(
          said(z.array(Duty), 'When this person is on duty 值班: a matter of life and death rings them.'),
        ),
        many: z.optional(
          said(
            z.int().check(z.gte(2), z.lte(500)),
            'So many people like this one: `{id: p, many: 3}` is p-1, p-2, p-3.',
          ),
        ),
        untrained: z.optional(
          said(
            z.literal(true),
            'Has not passed what who is new in the role passes before opening a case; others have.',
          ),
        ),
      }),
    ),
  ),
  employers: z.optional(z.array(z.strictObject({ id: Name, name: Name, region, uscc: z.optional(code) }))),
  workers: z.optional(
    z.array(z.strictObject({ id: Name, name: z.optional(z.string()), phone: z.optional(z.string()) })),
  ),
  demo: z.optional(
    said(z.literal(true), 'The people of the demo are there too, by their logins (rules/demo-accounts.yaml).'),
  ),
})

const Clock = said(
  z
    .string()
    .check(z.regex(/^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?|-\d{1,3}(wd|d) \d\d:\d\d|-\d{1,5}[mh])$/)),
  'Where the clock starts: `2026-06-15T09:00+08:00`, or, for a demo, counted back from the present: `-12wd 09:10` working days, `-20d 22:14` calendar days, `-40m`, `-3h`.',
)

/** A story without a look into its steps: each of those is checked by `stepSchemaOf`. */
export const StoryHead = z.strictObject({
  story: said(Name, 'Its name.'),
  about: z.optional(z.string()),
  clock: Clock,
  cast: z.optional(CastList),
  steps: z.array(z.unknown()).check(z.minLength(1)),
})
/** The cast of a story. */
export type Cast = z.infer<typeof CastList>
/** A unit of a cast. */
export type CastUnit = z.infer<typeof Unit>

/** The schema a step is to be checked with, by what it does; or what is wrong with that. */
export function stepSchemaOf(step: unknown): z.ZodMiniType | { readonly key: string; readonly why: string } {
  if (step === null || typeof step !== 'object' || Array.isArray(step))
    return { key: '', why: 'a step is a map of keys' }
  const said = step as Record<string, unknown>
  if ('later' in said) return laterStep
  if ('do' in said) {
    const kind = String(said.do)
    return commandSteps[kind] ?? { key: 'do', why: `no such verb ${kind}` }
  }
  if ('view' in said) {
    const name = String(said.view)
    return Object.hasOwn(views, name)
      ? viewSteps[name as keyof typeof viewSteps]
      : { key: 'view', why: `no such view ${name}` }
  }
  if ('list' in said) return listStep
  if ('again' in said) return againStep
  return 'at' in said ? clockStep : { key: '', why: 'a step has one of do, list, view, again, later, or at alone' }
}

/** JSON Schema (2020-12) of a story: every verb, view, list, figure, refusal and fault. */
export function storyJsonSchema(): Record<string, unknown> {
  const step = z.union([
    ...Object.values(commandSteps),
    ...Object.values(viewSteps),
    listStep,
    againStep,
    clockStep,
    laterStep,
  ])
  const story = z.strictObject({ ...StoryHead.shape, steps: z.array(step).check(z.minLength(1)) })
  const { $schema, ...schema } = z.toJSONSchema(story, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
  }) as Record<string, unknown>
  return { $schema, title: 'Story of Zhagen 扎根', ...schema }
}
