import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { NamedCourse } from '../../domain/class/plan.ts'
import type { Decision } from '../../domain/decision.ts'
import { type Id, makeId, realmOfId } from '../../domain/id.ts'
import type { NamedPlan, NamedUnit, People, TrainingFacts } from '../../domain/training/facts.ts'
import { mayTrain, type TrainingVerb } from '../../domain/training/may.ts'
import type { Seat } from '../../domain/training/seat.ts'
import { Fault } from '../fault.ts'
import { randomTake } from '../random.ts'
import type { Asked, BatchDesk } from './noun.ts'

/** What every decider of training may know. */
export async function trainingFacts(actor: Actor, desk: BatchDesk): Promise<TrainingFacts> {
  const own = actor.kind === 'staff' ? await desk.context.directory.unit(desk.client, actor.unit) : null
  const now = desk.now.getTime()
  return { actor, above: own?.path ?? [], now, today: localDateOf(now), rules: desk.context.rules.training }
}

/** The unit a command names, when it is in force. */
export async function namedUnit(unit: number, desk: BatchDesk): Promise<NamedUnit> {
  const found = await desk.context.directory.unit(desk.client, unit)
  return found && { unit: found.id, path: found.path, level: found.level }
}

/** The plan a command names, if any. */
export async function namedPlan(plan: string | undefined, desk: BatchDesk): Promise<NamedPlan> {
  if (plan === undefined) return null
  const { rows } = await desk.client.query<{ path: number[]; fromOn: string; toOn: string; closed: boolean }>(
    `select path, to_char(from_on, 'YYYY-MM-DD') as "fromOn", to_char(to_on, 'YYYY-MM-DD') as "toOn",
       closed_on is not null as closed from training_plan where realm = $1 and id = $2`,
    [realmOfId(plan), plan],
  )
  return rows[0] ?? null
}

/** The course a command names. */
export async function namedCourse(course: string, desk: BatchDesk): Promise<NamedCourse> {
  const { rows } = await desk.client.query<NonNullable<NamedCourse>>(
    `select path, title, hours::float8 as hours, tags, exam, retired from training_course where realm = $1 and id = $2`,
    [realmOfId(course), course],
  )
  return rows[0] ?? null
}

/** Posts in force of people, by account. */
export async function peopleOf(accounts: readonly string[], desk: BatchDesk): Promise<People> {
  const { rows } = await desk.client.query<Seat & { account: string }>(
    `select o.account, o.id as post, u.ancestors as path, u.level, o.full_time as "fullTime"
     from post o join unit u on u.id = o.unit where o.account = any ($1::uuid[]) and o.valid_to is null order by o.id`,
    [accounts],
  )
  const people = new Map<string, Seat[]>()
  for (const { account, ...seat } of rows) people.set(account, [...(people.get(account) ?? []), seat])
  return people
}

/** The stream of something new that belongs to a unit; the command's id must be of the unit's realm. */
export function newStream(desk: BatchDesk): Id {
  return makeId(desk.realm, desk.now.getTime(), randomTake(8))
}

/** Only once it was decided: a unit of another realm that is out of reach must read like one that is not there. */
export async function mustBeBornHere(unit: number, desk: BatchDesk): Promise<void> {
  const found = await desk.context.directory.unit(desk.client, unit)
  if (found && found.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
}

/** The state of the stream a command acts on; out of reach reads as not there. */
export function stateOf<S extends { readonly path: readonly number[] }>(
  stream: Id,
  noun: string,
  asked: Asked,
  facts: TrainingFacts,
  desk: BatchDesk,
): S {
  if (realmOfId(stream) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
  const state = desk.state(stream, noun) as S | null
  if (!state) throw new Fault(404, 'not-found')
  const verb = asked.kind as TrainingVerb
  const answers = [verb, 'training.read' as const].map((each) => mayTrain(asked.actor, each, state.path, facts.above))
  if (!answers.includes('yes')) throw new Fault(404, 'not-found')
  return state
}

/** Throws where a refusal means another field than its code usually does. */
// biome-ignore lint/suspicious/noExplicitAny: one check for the decisions of four nouns
export function fieldsNamed<D extends Decision<any>>(decision: D, fields: Readonly<Record<string, string>>): D {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  const field = fields[code]
  if (field) throw new Fault(422, code as 'unit.unknown', { field: `body.${field}`, params })
  return decision
}
