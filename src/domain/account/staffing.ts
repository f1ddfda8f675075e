import { type Role, roles } from '../actor.ts'
import type { NextWhat } from '../demand/next.ts'
import { grants, type Verb } from '../reach.ts'

/** A post in force, as far as it says what a unit can do. `section` null: it serves the whole unit. */
export type StaffedPost = { readonly unit: number; readonly section: string | null; readonly role: string }

/** What a unit needs somebody for: to triage what came in, handle what it was given, call back, and decide what is asked. */
export const tasks = ['triage', 'handle', 'callback', 'decide'] as const
/** One of `tasks`. */
export type Task = (typeof tasks)[number]

// The table of grants says who can do it; a list of its own would one day say something else.
const able: Readonly<Record<Task, ReadonlySet<string>>> = {
  triage: rolesWith('demand.triage'),
  handle: rolesWith('order.sign'),
  callback: rolesWith('callback.record'),
  decide: rolesWith('request.decide'),
}

const waitsFor: Readonly<Record<NextWhat, Task>> = {
  triage: 'triage',
  sign: 'handle',
  contact: 'handle',
  answer: 'handle',
  callback: 'callback',
  rule: 'decide',
  grant: 'decide',
  opinion: 'decide',
  joint: 'handle',
  resume: 'handle',
  promise: 'handle',
  protection: 'handle',
}

/** Roles of posts that serve workers at all: they hear, triage or handle. A keeper of keys or books staffs no section. */
export const servingRoles: readonly Role[] = roles.filter(
  (role) => rolesWith('demand.raise').has(role) || tasks.some((task) => able[task].has(role)),
)

/** The task an open demand waits for. */
export function taskOf(what: NextWhat): Task {
  return waitsFor[what]
}

/** Whether one of the posts can do it for the section; null asks for the unit, and any section of it will do. */
export function canDo(posts: readonly StaffedPost[], task: Task, section: string | null): boolean {
  return posts.some(
    (post) => able[task].has(post.role) && (section === null || post.section === null || post.section === section),
  )
}

/** Something a unit could do and now cannot. */
export type Lost = { readonly task: Task; readonly section: string | null }

/**
 * What a unit can do no more when posts end: never silent (product law 10).
 * @param before its posts in force
 * @param after those left
 * @param sections the sections it has; null, the unit as a whole, is looked at first and then stands for all of them
 */
export function lostBy(
  before: readonly StaffedPost[],
  after: readonly StaffedPost[],
  sections: readonly string[],
): readonly Lost[] {
  return tasks.flatMap((task) => {
    const lost = [null, ...sections].filter((section) => canDo(before, task, section) && !canDo(after, task, section))
    return (lost.includes(null) ? [null] : lost).map((section) => ({ task, section }))
  })
}

/** Open demands that wait at one place for one thing. `path`: the unit with its ancestors, itself first. */
export type Waiting = {
  readonly unit: number
  readonly path: readonly number[]
  readonly section: string | null
  readonly what: NextWhat
  readonly count: number
}

/** Demands of one unit that nobody there can go on with. `above`: the nearest unit above that could; null when none. */
export type Orphans = { readonly unit: number; readonly count: number; readonly above: number | null }

/**
 * Open demands whose next unit and section have no post in force that may act: how many per unit, most first. Nobody is
 * named: it is the unit that lacks a post. What a unit above could do differs by task; the farthest of them is given.
 * @param posts posts in force of every unit on the paths
 */
export function orphansOf(waiting: readonly Waiting[], posts: readonly StaffedPost[]): readonly Orphans[] {
  const byUnit = new Map<number, StaffedPost[]>()
  for (const post of posts) byUnit.set(post.unit, [...(byUnit.get(post.unit) ?? []), post])
  const at = (unit: number) => byUnit.get(unit) ?? []
  const found = new Map<number, { count: number; steps: number; above: number | null }>()
  for (const { unit, path, section, what, count } of waiting) {
    const task = taskOf(what)
    if (canDo(at(unit), task, section)) continue
    const steps = path.findIndex((one, n) => n > 0 && canDo(at(one), task, null))
    const before = found.get(unit) ?? { count: 0, steps: 0, above: null }
    const farther = steps === -1 || before.steps === -1 ? -1 : Math.max(steps, before.steps)
    found.set(unit, { count: before.count + count, steps: farther, above: path[farther] ?? null })
  }
  return [...found]
    .map(([unit, { count, above }]) => ({ unit, count, above }))
    .sort((a, b) => b.count - a.count || a.unit - b.unit)
}

function rolesWith(verb: Verb): ReadonlySet<string> {
  return new Set(grants.filter((grant) => grant.verb === verb).map((grant) => grant.role))
}
