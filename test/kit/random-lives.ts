import type { Actor } from '../../src/domain/actor.ts'
import { allowedVerbs, type Target, type Verb } from '../../src/domain/reach.ts'
import type { CommandKind } from '../../src/protocol/command.ts'
import { runFollowersOnce } from '../../src/server/follow/start-following.ts'
import { claimFollower } from '../../src/server/job/claim-follower.ts'
import { targetOfRow } from '../../src/server/view/demand-row.ts'
import type { Crew } from './lives.ts'
import type { PipelineFixture, Staff } from './pipeline.ts'
import type { Random } from './random.ts'
import { bodyOf, type Places, raised, verbs } from './random-words.ts'

/** Verbs that end a life or could be said at any time, so that most lives get far before. */
const rare: ReadonlySet<Verb> = new Set([
  ...(['demand.redirect', 'demand.withdraw', 'content.erase', 'recusal.declare', 'demand.answer-now'] as const),
  ...(['order.object', 'demand.merge', 'message.post', 'content.open.text', 'content.open.identity'] as const),
  ...(['consent.give', 'consent.withdraw'] as const),
])

/**
 * Commands at random on random demands, accepted or not, and now and then time that passes: every machine moves, and
 * refusals, erasures and reopenings happen. Mostly something the table of grants allows, else anything by anybody.
 * Steps the fixture's clock on. Gives the demands raised.
 */
export async function randomLives(
  fixture: PipelineFixture,
  crew: Crew,
  random: Random,
  steps: number,
): Promise<string[]> {
  const { people, places } = await castOf(fixture, crew)
  const demands: string[] = []
  for (let step = 0; step < steps; step += 1) {
    if (demands.length === 0 || random.chance(0.08)) {
      const demand = await fixture.raise(`第${step}件事`, raised(random, places))
      demands.push(demand)
    } else if (random.chance(0.06)) await passTime(fixture, random, demands)
    else await randomStep(fixture, people, random, random.pick(demands.slice(-6)), { places, demands })
  }
  return demands
}

/** The crew and whoever else the machines need: a joint unit, a caller, sections that alone may see some matters. */
async function castOf(fixture: PipelineFixture, crew: Crew): Promise<{ people: readonly Staff[]; places: Places }> {
  const county = '江湾区总工会'
  const [city, beside, caller, inspector, women] = [
    await fixture.staff('示例市总工会', 'head'),
    await fixture.staff('望江街道工会', 'handler'),
    await fixture.staff(county, 'agent', 'hotline'),
    await fixture.staff(county, 'handler', 'discipline'),
    await fixture.staff(county, 'head', 'women'),
  ]
  // Somebody of two posts, who handles under one and might call back under the other.
  const other = { account: beside.account, unit: crew.head.unit, role: 'handler' } as const
  const { post } = await fixture.accept({ kind: 'operator' }, 'post.grant', { ...other, fullTime: true })
  const both: Staff = { kind: 'staff', ...other, post: Number(post), section: null }
  const { rows } = await fixture.db.owner.query('select id from employer where valid_to is null order by id limit 5')
  return {
    people: [...Object.values(crew), city, beside, both, caller, inspector, women],
    places: {
      lead: crew.handler.unit,
      beside: beside.unit,
      county: crew.head.unit,
      employers: rows.map(({ id }) => id),
      deed: fixture.context.rules.deeds[0]?.code ?? '',
    },
  }
}

/** The clock goes on, of what is due by then some happens, and merged matters hear of one another. */
async function passTime(fixture: PipelineFixture, random: Random, demands: readonly string[]): Promise<void> {
  const hours = random.pick([1, 1, 5, 5, 24, 72, 360])
  fixture.clock.stepTo(new Date(fixture.clock.now().getTime() + hours * 3_600_000))
  const { rows } = await fixture.db.owner.query(
    'select id from demand where id = any($1::uuid[]) and clock_at <= $2 order by id',
    [demands, fixture.clock.now()],
  )
  const due = random.shuffle(rows).slice(0, random.integer(1, 12))
  await Promise.all(due.map(({ id }) => fixture.send({ kind: 'system' }, 'demand.tick', { demand: id })))
  const { db, pipeline, context } = fixture
  const followers = [claimFollower({ pipeline, subjectKeys: context.subjectKeys })]
  await runFollowersOnce({ db, followers })
}

/** One random command; refusals and *not allowed* are part of life, anything else is thrown. */
async function randomStep(
  fixture: PipelineFixture,
  people: readonly Staff[],
  random: Random,
  demand: string,
  { places, demands }: { places: Places; demands: readonly string[] },
): Promise<void> {
  const { rows } = await fixture.db.owner.query('select * from demand where id = $1', [demand])
  const target = targetOfRow(rows[0])
  const worker: Actor = { kind: 'claimant', demand, assisted: random.chance(0.3) }
  // As often the worker's turn as the union's, for a life needs both.
  const actors: readonly Actor[] = random.chance(0.3) ? [worker, ...people] : random.shuffle(people)
  const [actor, verb] = random.chance(0.9)
    ? possible(actors, target, random)
    : [random.pick(actors), random.pick(verbs)]
  const [kind, more] = bodyOf(verb, random, { places, demands, now: fixture.clock.now() })
  try {
    await fixture.send(actor, kind as CommandKind, { demand, ...more })
  } catch (error) {
    if (!(error instanceof Error && 'status' in error)) throw error
  }
}

/** The first of these who may do something now, and what; where nobody may, anything by the first. */
function possible(actors: readonly Actor[], target: Target, random: Random): readonly [Actor, Verb] {
  for (const actor of actors) {
    const allowed = allowedVerbs(actor, target).filter((verb) => verbs.includes(verb))
    const usual = allowed.filter((verb) => !rare.has(verb))
    const from = random.chance(0.92) ? usual : allowed
    if (from.length > 0) return [actor, random.pick(from)]
  }
  return [actors[0] as Actor, random.pick(verbs)]
}
