import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { keeperFollower } from '../notice/keeper-follower.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
import { demandPage } from '../view/demand-page.ts'
import { followView } from '../view/follow.ts'
import { keptBy } from '../view/keeping.ts'
import { reading } from '../view/scope.ts'
import { visitPage } from '../view/visit-page.ts'
import { nouns } from './nouns.ts'

const street = '柳荫街道工会'
const operator = { kind: 'operator' } as const
let site: PipelineFixture
let cadre: Staff
let own: Staff
let employer: number
let visit: string

beforeAll(async () => {
  site = await pipelineFixture({ at: new Date('2026-06-15T04:30:00Z') })
  cadre = await site.staff(street, 'handler')
  // Somebody receives what is raised.
  await site.staff(street, 'triage')
  const found = await site.db.owner.query(
    `select e.id, u.name from employer e join unit u on u.employer = e.id where e.name like '%江湾精工%'`,
  )
  employer = found.rows[0].id
  own = await site.staff(found.rows[0].name, 'handler')
  visit = await paid(cadre)
})
afterAll(() => site?.close())

const paid = async (actor: Staff) => {
  const body = { unit: actor.unit, employer, kind: 'team', startedAt: '2026-06-15T07:50:00+08:00', met: 12 }
  const rest = { opinions: [{ theme: 'pay', text: '加班费算不清' }], explanations: [], deeds: [] }
  return (await site.accept(actor, 'visit.record', { ...body, ...rest })).stream
}
const heard = async (actor: Staff, on: string, mode: 'named' | 'confidential' | 'anonymous') => {
  const body = { region: '990102001', channel: 'visit', mode, persons: 1, text: '加班费没有发', employer, visit: on }
  return (await site.accept(actor, 'demand.raise', body)).stream
}
const worker = (demand: string) => ({ kind: 'claimant', demand, assisted: true }) as const
const keep = (demand: string, choice: 'cadre' | 'union' | 'nobody') =>
  site.send(worker(demand), 'demand.keep-cadre', { demand, keep: choice })
const follow = (demand: string) => followView({ ...site.context, reader: site.db.reader }, worker(demand))
const keeping = async (demand: string) => (await follow(demand)).keeping
const listed = async (actor: Staff, after?: string) =>
  (await reading(site.db.reader, actor, (client) => keptBy(client, actor, after))).rows.map(({ id }) => id)
const nameOf = async ({ account }: Staff) =>
  String((await site.db.owner.query('select name from account where id = $1', [account])).rows[0]?.name)

describe('a worker who was visited', () => {
  test('keeps whoever came, by name and day, changes it, and is asked by nobody', async () => {
    const demand = await heard(cadre, visit, 'named')
    const came = await nameOf(cadre)
    expect(await keeping(demand)).toEqual({ keep: 'nobody', since: null, who: null, unit: street, came, stays: came })
    expect(await listed(cadre)).toEqual([])
    expect(await keep(demand, 'cadre')).toHaveProperty('accepted')
    expect(await keeping(demand)).toMatchObject({ keep: 'cadre', who: 'same', stays: came })
    expect(await listed(cadre)).toEqual([demand])
    expect(await keep(demand, 'cadre')).toMatchObject({ refused: { code: 'cadre.as-it-is' } })
    const staff = await reading(site.db.reader, cadre, (client) => demandPage(client, cadre, demand))
    expect(JSON.stringify(staff)).not.toContain('CadreKept')
    await keep(demand, 'union')
    expect(await keeping(demand)).toMatchObject({ keep: 'union', who: null })
    expect(await listed(cadre)).toEqual([])
    await keep(demand, 'nobody')
    expect(await keeping(demand)).toMatchObject({ keep: 'nobody', since: null })
  })
  test('alone says so: a cadre who sends it is told that it is the worker’s', async () => {
    const demand = await heard(cadre, visit, 'named')
    const body = { demand, keep: 'cadre' }
    await expect(site.send(cadre, 'demand.keep-cadre', body)).rejects.toMatchObject({ status: 403 })
    const elsewhere = await site.raise('没有人来过')
    expect(await keep(elsewhere, 'cadre')).toMatchObject({ refused: { code: 'cadre.no-visit' } })
    expect(await keeping(elsewhere)).toBeNull()
  })
  test('and is not named reads no cadre, no union and no place', async () => {
    for (const mode of ['confidential', 'anonymous'] as const) {
      const demand = await heard(cadre, visit, mode)
      await keep(demand, 'cadre')
      const told = await keeping(demand)
      expect(told).toMatchObject({ keep: 'cadre', who: 'same', unit: null, came: null, stays: null })
      const page = JSON.stringify(await follow(demand))
      expect(page).not.toContain(await nameOf(cadre))
      expect(page).not.toContain(visit)
    }
  })
  test('goes over with the post, then to the union, and is told both times', async () => {
    const leaving = await site.staff(street, 'handler')
    const demand = await heard(leaving, await paid(leaving), 'named')
    const sealed = await heard(
      leaving,
      (await site.db.owner.query('select visit from demand where id = $1', [demand])).rows[0].visit,
      'confidential',
    )
    await keep(demand, 'cadre')
    await keep(sealed, 'cadre')
    const nameless = await heard(leaving, await paid(leaving), 'anonymous')
    await keep(nameless, 'cadre')
    const successor = await site.staff(street, 'agent')
    const { account, post } = leaving
    const handed = await site.accept(operator, 'post.hand-over', { account, post, to: successor.account })
    const [came, stays] = [await nameOf(leaving), await nameOf(successor)]
    expect(await keeping(demand)).toMatchObject({ keep: 'cadre', who: 'successor', came, stays })
    expect(await keeping(sealed)).toMatchObject({ who: 'successor', came: null, stays: null })
    // Both are told, once each, by words that say nothing; who gave no name was asked for no number.
    const told = async () => {
      await runFollowersOnce({ db: site.db, followers: [keeperFollower(telling)] })
      const { rows } = await site.db.owner.query(
        `select demand, code, to_kind, to_unit, params, state from notice order by made_at, demand`,
      )
      return rows
    }
    const { clock, rules } = site.context
    const telling = { clock, notices: rules.notices, sending: { staleAfterHours: 48 } }
    const notice = { code: 'keeper', to_kind: 'worker', to_unit: null, params: {}, state: 'queued' }
    const both = [demand, sealed].toSorted().map((each) => ({ demand: each, ...notice }))
    expect(await told()).toEqual(both)
    const taken: Staff = { ...successor, post: Number(handed.post), role: 'handler' }
    expect(await listed(taken)).toContain(demand)
    await site.accept(operator, 'post.end', { account: successor.account, post: taken.post })
    expect(await keeping(demand)).toMatchObject({ who: 'union', came, stays: null, unit: street })
    expect(await told()).toHaveLength(4)
    expect(await told()).toHaveLength(4)
  })
})

describe('the own union of the enterprise', () => {
  test('that visits it finds nothing of what it heard in confidence, and its name stands on no page of it', async () => {
    const there = await paid(own)
    const sealed = await heard(own, there, 'confidential')
    const named = await heard(own, there, 'named')
    await keep(sealed, 'cadre')
    expect(await listed(own)).not.toContain(sealed)
    await expect(reading(site.db.reader, own, (client) => demandPage(client, own, sealed))).rejects.toMatchObject({
      status: 404,
    })
    const page = await visitPage(site.opening(own), own, there, site.context.rules.visits, site.clock.now())
    expect(page.opened).toBe(true)
    expect(page.demands.map(({ id }) => id)).not.toContain(sealed)
    const units = async (demand: string) => (await follow(demand)).visitOpened?.map(({ unit }) => unit?.name ?? null)
    expect(await units(sealed)).toEqual([null])
    expect((await units(named))?.[0]).toContain('江湾精工')
    expect(JSON.stringify((await follow(sealed)).timeline)).not.toContain('江湾精工')
    expect(JSON.stringify((await follow(named)).timeline)).toContain('江湾精工')
  })
})

test('a rebuild gives the same rows', async () => {
  const rows = async () => (await site.db.owner.query('select id, kept_post from demand order by id')).rows
  const before = await rows()
  expect(before.some(({ kept_post: post }) => post !== null)).toBe(true)
  await rebuildProjections(site.db.owner, { folds: nouns })
  expect(await rows()).toEqual(before)
})
