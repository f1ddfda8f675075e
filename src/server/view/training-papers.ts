import type { PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { mayTrain, type TrainingVerb, trainingGrants } from '../../domain/training/may.ts'
import type { TrainingRules } from '../../domain/training/rules.ts'
import { verbsAtUnit } from '../../domain/unit-grants.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

/** Unit of a row as an answer names it. */
export const unitColumn = "json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit"

/** The asker's own unit with everything above it. */
export async function ownUnit(client: PoolClient, { unit }: Staff) {
  const { rows } = await client.query<{ id: number; name: string; level: string; realm: number; path: number[] }>(
    'select id, name, level, realm, ancestors as path from unit where id = $1 and valid_to is null',
    [unit],
  )
  if (!rows[0]) throw new Fault(404, 'not-found')
  return rows[0]
}

/** Verbs of one noun that the asker may use on something of training now. */
export function trainingVerbs(actor: Staff, noun: string, path: readonly number[], above: readonly number[]): string[] {
  return verbsAtUnit(trainingGrants, actor, path, above).filter((verb) => verb.startsWith(`${noun}.`))
}

/** Tags of courses, with whom each family is for. */
export function trainingTags({ families, partTimeDays }: TrainingRules): ViewAnswer<'training-tags'> {
  return {
    families: families.map(({ code, name, scope, levels, tags }) => ({
      ...{ code, ...name, scope: { ...scope }, levels: levels && [...levels] },
      tags: tags.map((tag) => ({ code: tag.code, ...tag.name })),
    })),
    partTimeDays,
  }
}

/** Plans of the own unit, above and below [training_plan_unit]. */
export async function plansFor(client: PoolClient, actor: Staff): Promise<ViewAnswer<'training-plans'>> {
  const { path, realm, ...unit } = await ownUnit(client, actor)
  const { rows } = await client.query({
    name: 'training-plans',
    text: `select p.id, p.realm, p.path, ${unitColumn}, p.title, to_char(p.from_on, 'YYYY-MM-DD') as "fromOn",
        to_char(p.to_on, 'YYYY-MM-DD') as "toOn", p.aim, p.groups, to_char(p.closed_on, 'YYYY-MM-DD') as "closedOn",
        case when f.id is null then null else json_build_object('id', f.id, 'title', f.title) end as follows
      from training_plan p join unit u on u.id = p.unit left join training_plan f on f.id = p.follows
      where p.unit = any ($1) or $2 = any (p.path)
      order by p.from_on desc, p.id desc limit 50`,
    values: [path, actor.unit],
  })
  const shown = rows.map(({ path: of, ...row }) => ({
    ...row,
    verbs: row.closedOn === null ? trainingVerbs(actor, 'plan', of, path).filter((verb) => verb !== 'plan.open') : [],
  }))
  const made: readonly TrainingVerb[] = ['plan.open', 'course.offer', 'class.plan', 'training.record']
  return { unit, realm, rows: shown, verbs: made.filter((verb) => mayTrain(actor, verb, path) === 'yes') }
}

/** Courses offered by the own unit and those above it [training_course_unit]. */
export async function coursesFor(client: PoolClient, actor: Staff): Promise<ViewAnswer<'courses'>> {
  const { path } = await ownUnit(client, actor)
  const { rows } = await client.query({
    name: 'training-courses',
    text: `select c.id, c.realm, c.path, ${unitColumn}, c.title, c.hours::float8 as hours, c.tags, c.laws, c.exam
      from training_course c join unit u on u.id = c.unit
      where c.unit = any ($1) and not c.retired order by c.id desc limit 100`,
    values: [path],
  })
  const verbs = (of: readonly number[]) =>
    trainingVerbs(actor, 'course', of, path).filter((verb) => verb !== 'course.offer')
  return { rows: rows.map(({ path: of, ...row }) => ({ ...row, verbs: verbs(of) })) }
}
