import type pg from 'pg'
import type { Actor, Role } from '../../domain/actor.ts'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import type { CommandKind, Outcome } from '../../protocol/command.ts'
import type { DemoClock } from '../clock.ts'
import { StartError } from '../start-error.ts'
import { choosePost } from './choose-post.ts'
import type { DemoStep } from './demo-script.ts'
import { type Names, named, noNames } from './names.ts'
import { bodyOf, realmOf, receiptOf } from './send.ts'

type Submit = (
  actor: Actor,
  submission: { readonly id: string; readonly kind: CommandKind; readonly body: unknown },
) => Promise<{ readonly outcome: Outcome; readonly again: boolean }>

/** What playing the demo needs; `submit` is a pipeline that goes by `clock`, and so does the time that `pass` lets pass. */
export type DemoDesk = {
  readonly owner: pg.Pool
  readonly submit: Submit
  readonly clock: DemoClock
  readonly calendar: OfficeCalendar
  /** Whatever falls due until then happens at its instant. */
  readonly pass: (until: number) => Promise<void>
}

/** How many commands the demo came to, and how many of them stood there already from a start that was cut off. */
export type DemoPlayed = { readonly commands: number; readonly before: number }

/**
 * Plays the demo through the pipeline, command by command in the order of time, so that its events carry past instants
 * and stand in order. Unions, enterprises and the people of the demo must be there.
 * @throws StartError when a step is not accepted: the demo's stories do not fit the rules
 */
export async function playDemo(desk: DemoDesk, script: readonly DemoStep[]): Promise<DemoPlayed> {
  const people = await readPeople(desk.owner)
  const shared = await readPlaces(desk.owner)
  const stories = new Map<string, { names: Names; assisted: Set<string> }>()
  let before = 0
  for (const { story, step, at, command } of script) {
    const told = stories.get(story.file) ?? { names: namesOf(story, shared), assisted: new Set<string>() }
    stories.set(story.file, told)
    const { names } = told
    for (const [login, [first]] of people) if (first) names.people.set(login, { account: first.actor.account, login })
    if (typeof step.do !== 'string') continue
    await desk.pass(at)
    const kind = step.do as CommandKind
    const actor = actorOf(step, kind, names, people, told.assisted)
    const body = wholeBody(kind, bodyOf(step, names, { at, calendar: desk.calendar }))
    const id = command(realmOf(kind, body, names))
    const { outcome, again } = await desk.submit(actor, { id, kind, body })
    if ('refused' in outcome)
      throw new StartError(`demo: ${story.file}:${step.line}: refused with ${outcome.refused.code}`)
    if (again) before += 1
    const { stream } = (step.keep ?? {}) as { stream?: string }
    if (stream !== undefined) names.streams.set(stream, outcome.accepted.stream)
    if (kind !== 'demand.raise') continue
    if (actor.kind === 'staff') told.assisted.add(outcome.accepted.stream)
    keepDemand(step, outcome.accepted.stream, names)
  }
  return { commands: script.length, before }
}

type StaffPost = {
  readonly actor: Extract<Actor, { kind: 'staff' }>
  readonly unit: { readonly id: number }
  readonly role: string
}

async function readPeople(owner: pg.Pool): Promise<ReadonlyMap<string, readonly StaffPost[]>> {
  const { rows } = await owner.query<{
    login: string
    account: string
    post: number
    unit: number
    section: string | null
    role: Role
  }>(
    `select a.login, a.id as account, p.id as post, p.unit, p.section, p.role
     from account a join post p on p.account = a.id where p.valid_to is null and a.demo order by p.id`,
  )
  const people = new Map<string, StaffPost[]>()
  for (const { login, ...post } of rows) {
    const actor = { kind: 'staff' as const, ...post }
    people.set(login, [...(people.get(login) ?? []), { actor, unit: { id: post.unit }, role: post.role }])
  }
  return people
}

/** What a story of the demo finds there: units and employers by their full names, and where units lie. */
type Places = Pick<Names, 'units' | 'employers' | 'realms'>

async function readPlaces(owner: pg.Pool): Promise<Places> {
  const of = async (table: 'unit' | 'employer') => {
    const { rows } = await owner.query<{ id: number; name: string; realm: number }>(
      `select id, name, realm from ${table} where valid_to is null order by id desc`,
    )
    return rows
  }
  const byName = (rows: Awaited<ReturnType<typeof of>>) => new Map(rows.map(({ id, name }) => [name, id]))
  const units = await of('unit')
  const realms = new Map(units.map(({ id, realm }) => [id, realm]))
  return { units: byName(units), employers: byName(await of('employer')), realms }
}

function namesOf(story: DemoStep['story'], shared: Places): Names {
  const names = { ...noNames(), ...shared }
  for (const { id, name, phone } of story.cast.workers ?? []) names.workers.set(id, { name, phone, receipts: [] })
  return names
}

function actorOf(
  step: DemoStep['step'],
  kind: string,
  names: Names,
  people: ReadonlyMap<string, readonly StaffPost[]>,
  assisted: ReadonlySet<string>,
): Actor {
  const as = String(step.as)
  if (as === 'anyone' || names.workers.has(as)) {
    const receipt = kind === 'demand.raise' ? undefined : receiptOf(step, names)
    return receipt
      ? { kind: 'claimant', demand: receipt.demand, assisted: assisted.has(receipt.demand) }
      : { kind: 'public' }
  }
  const posts = named('person', people, as)
  const chosen = choosePost(posts, kind, step.post as string | undefined, (name) => named('unit', names.units, name))
  return (chosen ?? (posts[0] as StaffPost)).actor
}

/** What the schema of the wire would fill in. */
function wholeBody(kind: string, body: Record<string, unknown>): Record<string, unknown> {
  return kind === 'demand.raise' ? { persons: 1, ...body } : body
}

/** In the demo the code of a receipt is never shown: whoever holds the receipt is known by the demand alone. */
function keepDemand(step: DemoStep['step'], demand: string, names: Names): void {
  const keep = (step.keep ?? {}) as Record<string, string>
  if (keep.demand !== undefined) names.demands.set(keep.demand, demand)
  const name = keep.receipt ?? demand
  names.receipts.set(name, { demand, number: '', code: '' })
  for (const [id, worker] of names.workers) if (id === step.as) worker.receipts.push(name)
}
