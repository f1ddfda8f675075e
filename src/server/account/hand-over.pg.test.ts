import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { nouns } from '../command/nouns.ts'
import { rebuildProjections } from '../projection/rebuild.ts'
import { onDuty } from './on-duty.ts'
import { countEmptySections, findOrphans } from './orphans.ts'

const county = '江湾区总工会'
const street = '柳荫街道工会'
const operator = { kind: 'operator' } as const

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await pipelineFixture()
})
afterAll(() => fixture?.close())

const sql = async (text: string, ...values: unknown[]) => (await fixture.db.owner.query(text, values)).rows
const handOver = (from: Staff, to: string, more: object = {}) =>
  fixture.send(operator, 'post.hand-over', { account: from.account, post: from.post, to, ...more })
const postsOf = (account: string) =>
  sql('select id, unit, section, role, first_post, valid_to is null as held from post where account = $1', account)

/** A person with one post that is no matter here. */
const person = () => fixture.staff('松溪镇工会', 'agent').catch(() => fixture.staff(street, 'agent'))

test('one step ends the post here and gives the same one there, at one instant, sealed in one batch', async () => {
  const giver = await fixture.staff(county, 'handler', 'legal')
  const receiver = await person()
  const { post } = await fixture.accept(operator, 'post.hand-over', {
    ...{ account: giver.account, post: giver.post, to: receiver.account },
  })
  expect((await postsOf(giver.account))[0]).toMatchObject({ held: false })
  expect(await postsOf(receiver.account)).toContainEqual({
    ...{ id: post, unit: giver.unit, section: 'legal', role: 'handler', first_post: giver.post, held: true },
  })
  const events = await sql(
    `select stream, kind, at, batch, command from event where kind in ('PostEnded', 'PostGranted')
       and (body ->> 'post' = $1 or body ->> 'post' = $2) and kind <> 'PostGranted' or body ->> 'post' = $2`,
    String(giver.post),
    String(post),
  )
  expect(events.map(({ stream, kind }) => [stream, kind])).toEqual([
    [giver.account, 'PostEnded'],
    [receiver.account, 'PostGranted'],
  ])
  for (const what of ['at', 'batch', 'command']) expect(events[0][what], what).toEqual(events[1][what])
  expect(await fixture.context.directory.postsOfAccount(await client(), receiver.account)).toContain(post)
})

async function client() {
  const taken = await fixture.db.writer.connect()
  taken.release()
  return taken
}

test('a refusal leaves both people as they were', async () => {
  const giver = await fixture.staff(county, 'handler')
  const custodian = await fixture.staff(county, 'custodian')
  const before = await sql('select stream, version from stream where stream = any($1) order by 1', [
    giver.account,
    custodian.account,
  ])
  expect(await handOver(giver, custodian.account)).toMatchObject({ refused: { code: 'post.roles-apart' } })
  await expect(handOver(giver, giver.account)).rejects.toMatchObject({ code: 'account.same', status: 422 })
  await expect(handOver(giver, custodian.account, { post: 999_999 })).rejects.toMatchObject({ code: 'post.unknown' })
  const province = await fixture.staff('示例省总工会', 'agent')
  expect(await handOver(giver, province.account)).toMatchObject({ refused: { code: 'account.other-realm' } })
  const triage = await fixture.staff(county, 'triage')
  const demand = await fixture.raise('加班费没有发')
  await fixture.accept(operator, 'post.end', { account: triage.account, post: triage.post })
  await expect(handOver(giver, demand)).rejects.toMatchObject({ code: 'not-found', status: 404 })
  expect(
    await sql('select stream, version from stream where stream = any($1) order by 1', [
      giver.account,
      custodian.account,
    ]),
  ).toEqual(before)
})

test('a database that fails on the way leaves neither half', async () => {
  const giver = await fixture.staff(county, 'handler')
  const receiver = await person()
  const before = [await postsOf(giver.account), await postsOf(receiver.account)]
  await sql(`create function refuse_it() returns trigger language plpgsql as $$
    begin if new.kind = 'PostGranted' then raise 'no'; end if; return new; end $$`)
  await sql('create trigger refuse_it before insert on event for each row execute function refuse_it()')
  try {
    await expect(handOver(giver, receiver.account)).rejects.toThrow()
  } finally {
    await sql('drop trigger refuse_it on event')
    await sql('drop function refuse_it()')
  }
  expect([await postsOf(giver.account), await postsOf(receiver.account)]).toEqual(before)
  expect(await handOver(giver, receiver.account)).toHaveProperty('accepted')
})

test('two people who hand the same post over at once: one of them does', async () => {
  const giver = await fixture.staff(county, 'handler', 'aid')
  const [one, two] = [await person(), await person()]
  const answers = await Promise.allSettled([handOver(giver, one.account), handOver(giver, two.account)])
  expect(answers.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const held = await sql('select id from post where first_post = $1 and valid_to is null', giver.post)
  expect(held).toHaveLength(1)
})

test('the last post for something says so when it ends, and doctor counts what then waits for nobody', async () => {
  const triage = await fixture.staff(street, 'triage')
  const demand = await fixture.raise('工伤没有报')
  expect(await sql('select next_unit, next_what from demand where id = $1', demand)).toEqual([
    { next_unit: triage.unit, next_what: 'triage' },
  ])
  expect((await findOrphans(fixture.db.owner)).filter(({ unit }) => unit.id === triage.unit)).toEqual([])
  const second = await fixture.staff(street, 'triage')
  const end = (who: Staff) => fixture.accept(operator, 'post.end', { account: who.account, post: who.post })
  expect(await end(second)).not.toHaveProperty('leavesUnstaffed')
  expect(await end(triage)).toMatchObject({ leavesUnstaffed: true })
  const orphans = await findOrphans(fixture.db.owner)
  expect(orphans).toContainEqual({ unit: { id: triage.unit, name: street }, count: 1, above: null })
  // The one raised further up is as far from anybody as this one.
  expect(new Set(orphans.map(({ unit }) => unit.name))).toEqual(new Set([county, street]))
  const head = await fixture.staff(county, 'head')
  expect(await findOrphans(fixture.db.owner)).toEqual([
    { unit: { id: triage.unit, name: street }, count: 1, above: { id: head.unit, name: county } },
  ])
  expect(await fixture.accept(operator, 'account.disable', { account: head.account })).toMatchObject({
    leavesUnstaffed: true,
  })
})

test('sections without a post are counted where people work, and a post for the whole union serves all of them', async () => {
  const count = () => countEmptySections(fixture.db.owner)
  // A union nobody has taken over.
  const { id, name } = (
    await sql(
      `select id, name from unit u where valid_to is null and level = 'township' and not exists (select from post p where p.unit = u.id)
       order by id limit 1`,
    )
  )[0]
  await sql('update unit set claimed_at = null where id = $1', id)
  await sql('delete from section where unit = $1', id)
  const { sections, units } = await count()
  await sql("insert into section (unit, section) values ($1, 'legal'), ($1, 'aid')", id)
  expect(await count()).toEqual({ sections, units })
  await fixture.staff(name, 'admin')
  expect(await count()).toEqual({ sections: sections + 2, units: units + 1 })
  await fixture.staff(name, 'handler', 'legal')
  expect(await count()).toEqual({ sections: sections + 1, units: units + 1 })
  await fixture.staff(name, 'head')
  expect(await count()).toEqual({ sections, units })
})

test('who acts on an account that moved on leaves no half behind', async () => {
  const someone = await fixture.staff(county, 'agent')
  const disable = { account: someone.account }
  const id = someone.account.replace(/^.{8}/, 'ffffffff')
  const outcome = await fixture.pipeline.submit(operator, { id, kind: 'account.disable', body: disable, basedOn: 1 })
  expect(outcome.outcome).toMatchObject({ refused: { code: 'stream.moved-on' } })
  expect(await sql('select disabled_at from account where id = $1', someone.account)).toEqual([{ disabled_at: null }])
})

test('a duty goes with the post, and rebuilt projections are the same', async () => {
  const giver = await fixture.staff(county, 'handler', 'women')
  const at = new Date('2026-06-20T12:00:00Z')
  const duty = { unit: giver.unit, post: giver.post, from: '2026-06-20T10:00:00Z', to: '2026-06-21T00:00:00Z' }
  await fixture.accept(operator, 'duty.set', duty)
  const street1 = await fixture.unit(street)
  expect(await onDuty(await client(), street1, at)).toEqual({ unit: giver.unit, climbed: 1, posts: [giver.post] })
  const first = await person()
  const { post: next } = await fixture.accept(operator, 'post.hand-over', {
    ...{ account: giver.account, post: giver.post, to: first.account },
  })
  const second = await person()
  const { post: last } = await fixture.accept(operator, 'post.hand-over', {
    ...{ account: first.account, post: next, to: second.account },
  })
  expect(await onDuty(await client(), giver.unit, at)).toEqual({ unit: giver.unit, climbed: 0, posts: [last] })
  expect(await fixture.send(operator, 'duty.set', { ...duty, post: last })).toMatchObject({
    refused: { code: 'duty.overlap' },
  })
  const contents = async () => [
    await sql('select * from post order by id'),
    await sql('select * from duty order by 1, 2, 4'),
    await sql('select * from office order by 1, 2'),
  ]
  const before = await contents()
  await rebuildProjections(fixture.db.owner, { folds: nouns })
  expect(await contents()).toEqual(before)
  await fixture.accept(operator, 'post.end', { account: second.account, post: last })
  expect(await onDuty(await client(), giver.unit, at)).toBeNull()
})
