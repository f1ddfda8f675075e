import { type CommandKind, commands, isCommandKind } from '../../protocol/command.ts'
import { namesStream, streamFields } from '../../protocol/story-step.ts'
import { readDemoAccounts } from '../account/demo-accounts.ts'
import { SHIPPED_RULES } from '../rules/load.ts'
import { eachOf, rangeOf } from './many.ts'
import type { Complain, ReadStory, Step, Story } from './story-file.ts'

/** Keys of `with` that call something by a name of the cast. */
const tables = {
  employer: 'employers',
  agency: 'employers',
  lead: 'units',
  unit: 'units',
  account: 'people',
  identity: 'workers',
} as const
/** Keys of `with` that call something by the name it was kept under. */
const keptKeys: Readonly<Record<string, 'demand' | 'receipt' | 'stream'>> = {
  ...{ demand: 'demand', master: 'demand', receipt: 'receipt' },
  ...Object.fromEntries(streamFields.map((field) => [field, 'stream'] as const)),
}

/** What only a look at the whole story finds: people nobody is, names used before anything was kept under them. */
export function checkNames({ story, complain }: ReadStory): void {
  if (!story) return
  const cast = castOf(story)
  checkCast(story, cast, complain)
  const kept = {
    demand: new Set<string>(),
    stream: new Set<string>(),
    receipt: new Set<string>(),
    command: new Set<string>(),
  }
  story.steps.forEach((step, n) => {
    if (typeof step.later === 'string') return
    const at = ['steps', n] as const
    if (typeof step.as === 'string' && step.as !== 'anyone' && !cast.people.has(step.as) && !cast.workers.has(step.as))
      complain([...at, 'as'], `nobody in the cast is called ${step.as}`)
    if (typeof step.again === 'string' && !kept.command.has(step.again))
      complain([...at, 'again'], `no command was kept as ${step.again} before`)
    checkWith(step, at, cast, kept, complain)
    for (const [what, names] of Object.entries(kept)) {
      const name = (step.keep as Record<string, string> | undefined)?.[what]
      if (name !== undefined) names.add(name)
    }
  })
}

type CastNames = Record<'units' | 'employers' | 'people' | 'workers', Set<string>>
type Kept = Record<'demand' | 'stream' | 'receipt' | 'command', Set<string>>

function castOf({ cast }: Story): CastNames {
  const demo = cast.demo ? readDemoAccounts(SHIPPED_RULES).people.map(({ login }) => login) : []
  const ids = (list: readonly { readonly id: string }[] | undefined) => new Set(list?.map(({ id }) => id))
  return {
    units: new Set([...ids(cast.units), ...(cast.units ?? []).map(({ name }) => name)]),
    employers: new Set([...ids(cast.employers), ...(cast.employers ?? []).map(({ name }) => name)]),
    people: new Set([...ids(eachOf(cast.people ?? [])), ...demo]),
    workers: ids(cast.workers),
  }
}

function checkCast({ cast }: Story, names: CastNames, complain: Complain): void {
  for (const [n, person] of (cast.people ?? []).entries())
    for (const [p, { unit }] of person.posts.entries())
      if (isId(unit) && !names.units.has(unit))
        complain(['cast', 'people', n, 'posts', p, 'unit'], `no unit of the cast is called ${unit}`)
  for (const [n, { parent, employer }] of (cast.units ?? []).entries()) {
    if (parent !== undefined && isId(parent) && !names.units.has(parent))
      complain(['cast', 'units', n, 'parent'], `no unit of the cast is called ${parent}`)
    if (employer !== undefined && isId(employer) && !names.employers.has(employer))
      complain(['cast', 'units', n, 'employer'], `no employer of the cast is called ${employer}`)
  }
}

function checkWith(step: Step, at: readonly ['steps', number], cast: CastNames, kept: Kept, complain: Complain): void {
  const given = (step.with ?? {}) as Record<string, unknown>
  for (const [key, what] of Object.entries(keptKeys)) {
    const name = given[key]
    if (what === 'stream' && !namesStream(step, key)) continue
    if (typeof name === 'string' && !kept[what].has(name))
      complain([...at, 'with', key], `no ${what} was kept as ${name} before`)
  }
  for (const name of Array.isArray(given.accounts) ? given.accounts.flatMap((each) => rangeOf(String(each))) : [])
    if (!cast.people.has(name)) complain([...at, 'with', 'accounts'], `nothing in cast.people is called ${name}`)
  for (const [key, table] of Object.entries(tables)) {
    const name = given[key]
    if (typeof name === 'string' && isId(name) && !cast[table].has(name))
      complain([...at, 'with', key], `nothing in cast.${table} is called ${name}`)
  }
  // A person of the union acts on a demand they name; only a worker's receipt can stand for it.
  const needsDemand =
    typeof step.do === 'string' &&
    step.do !== 'demand.raise' &&
    cast.people.has(String(step.as)) &&
    actsOnDemand(step.do)
  const unchecked = (step.unchecked ?? {}) as Record<string, unknown>
  if (needsDemand && given.demand === undefined && unchecked.demand === undefined)
    complain([...at, 'do'], 'names no demand; add with: { demand: … }')
}

/** Whether a command's body names the demand it acts on. */
function actsOnDemand(kind: string): boolean {
  if (!isCommandKind(kind)) return false
  const { noun } = commands[kind as CommandKind]
  return noun === 'demand' || noun === 'access'
}

/** Full names of units and employers that stand in no cast are looked up when the story is played. */
function isId(name: string): boolean {
  return /^[\x21-\x7e]+$/.test(name)
}
