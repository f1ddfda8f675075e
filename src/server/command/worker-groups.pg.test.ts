import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { countStreams } from '../figure/count-streams.ts'
import { demandPage } from '../view/demand-page.ts'
import { followView } from '../view/follow.ts'
import { reading } from '../view/scope.ts'

let site: PipelineFixture
let township: Staff
beforeAll(async () => {
  site = await pipelineFixture({ at: new Date('2026-06-15T04:30:00Z') })
  township = await site.staff('柳荫街道工会', 'head')
})
afterAll(() => site.close())

const follow = (demand: string) =>
  followView({ ...site.context, reader: site.db.reader }, { kind: 'claimant', demand, assisted: false })

test('groups are the worker’s to say, change and empty; whoever handles the matter reads none of it', async () => {
  const demand = await site.raise('加班费没有发', { groups: ['migrant', 'women'] })
  const worker = { kind: 'claimant', demand, assisted: false } as const
  await site.accept(worker, 'groups.set', { demand, groups: ['platform'] })
  const told = await follow(demand)
  expect(told.timeline.flatMap(({ detail }) => (detail.groups ? [detail.groups] : []))).toEqual([
    ['migrant', 'women'],
    ['platform'],
  ])
  const page = await reading(site.db.reader, township, (client) => demandPage(client, township, demand))
  expect(JSON.stringify(page)).not.toMatch(/migrant|platform|GroupsSet/)
  const client = await site.db.owner.connect()
  const counted = await countStreams(client, 9901, [demand], 2 ** 31).finally(() => client.release())
  expect(counted.get(demand)?.map(({ cuts }) => cuts)).toEqual([['group:platform']])
  expect(await site.send(worker, 'groups.set', { demand, groups: ['buddhist'] }).catch((e) => e.code)).toBe(
    'group.unknown',
  )
  expect(await site.send(township, 'groups.set', { demand, groups: ['women'] }).catch((e) => e.code)).toBe(
    'not-allowed',
  )
})

test('of a matter heard on a visit the worker reads neither who went nor where, unless named', async () => {
  const { unit, post } = township
  const visit = await site.accept(township, 'visit.record', {
    ...{ unit, region: '990102001', kind: 'night', startedAt: '2026-06-15T08:00:00+08:00', met: 3 },
    ...{ opinions: [], explanations: [], deeds: [] },
  })
  const { rows } = await site.db.owner.query('select name from account where id = $1', [township.account])
  for (const mode of ['confidential', 'anonymous'] as const) {
    const said = { region: '990102001', channel: 'visit', mode, persons: 1, text: '加班费没有发', visit: visit.stream }
    const { stream } = await site.accept(township, 'demand.raise', said)
    const told = JSON.stringify(await follow(stream))
    for (const secret of [visit.stream, String(rows[0].name), 'heardBy', `"post":${post}`, '"visit":"'])
      expect(told, `${mode}: ${secret}`).not.toContain(secret)
  }
})
