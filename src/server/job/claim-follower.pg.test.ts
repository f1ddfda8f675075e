import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Crew, crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import type { CommandKind } from '../../protocol/command.ts'
import type { Pipeline } from '../command/handle.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { scaffoldUnits } from '../organisation/scaffold.ts'
import { openPart } from '../vault/content.ts'
import { followView } from '../view/follow.ts'
import { claimFollower } from './claim-follower.ts'

let fixture: PipelineFixture
let crew: Crew
let over: Staff
/** County of another prefecture: a realm of its own. */
const elsewhere = '990201'
const triaged = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }

beforeAll(async () => {
  fixture = await pipelineFixture()
  const { owner } = fixture.db
  await owner.query(
    `insert into region (code, valid_from, name, level, parent, realm, edition)
     select c, '2012-01-01', n, l, p, 9902, 'fictional-9901' from (values
       ('990200', '示例二市', 'prefecture', '990000'), ('990201', '江北区', 'county', '990200')) as t (c, n, l, p)`,
  )
  const client = await owner.connect()
  await scaffoldUnits(client, '990200', { on: '2026-01-05' })
  client.release()
  crew = await crewOf(fixture)
  over = await fixture.staff('示例省总工会', 'head')
  await fixture.staff('江北区总工会', 'triage')
})
afterAll(() => fixture.close())

const follow = (pipeline: Pick<Pipeline, 'submit'> = fixture.pipeline) =>
  runFollowersOnce({
    db: fixture.db,
    followers: [claimFollower({ pipeline, subjectKeys: fixture.context.subjectKeys })],
  })
const deed = (n: number) => ({ deed: fixture.context.rules.deeds[0]?.code, text: `第${n}件实事`, amountFen: 100 * n })
const onMaster = (demand: string, kind: CommandKind, body: object) =>
  fixture.accept(crew.handler, kind, { demand, ...body })
/** On a claim, which is of another realm. */
const onClaim = (actor: Staff, demand: string, kind: CommandKind, body: object) =>
  fixture.accept(actor, kind, { demand, ...body }, elsewhere)

async function eventsOf(demand: string): Promise<{ kind: string; actor: string; body: Record<string, unknown> }[]> {
  const { rows } = await fixture.db.owner.query(
    'select kind, actor, body from event where stream = $1 order by version',
    [demand],
  )
  return rows
}
const kindsOf = async (demand: string) => (await eventsOf(demand)).map(({ kind }) => kind)
const count = async (demand: string, kind: string) => (await kindsOf(demand)).filter((one) => one === kind).length

async function textsOf(demand: string): Promise<string[]> {
  const client = await fixture.db.writer.connect()
  try {
    const texts = await openPart(client, fixture.context.subjectKeys, realmOfId(demand), demand, 'text', 'machine')
    return [...texts.values()].map(({ value }) => value)
  } finally {
    client.release()
  }
}

/** A matter in hand, with two deeds done. */
async function master(): Promise<string> {
  const demand = await fixture.raise('工地欠薪')
  await fixture.accept(crew.triage, 'demand.triage', { demand, ...triaged, lead: crew.handler.unit })
  await onMaster(demand, 'order.sign', {})
  await onMaster(demand, 'contact.log', { way: 'call' })
  await onMaster(demand, 'deed.record', deed(1))
  await onMaster(demand, 'deed.record', deed(2))
  return demand
}

/** Another worker's claim, of another prefecture, merged into it. */
async function claim(of: string, text = '我也是那个工地的'): Promise<string> {
  const demand = await fixture.raise(text, { region: elsewhere })
  expect(realmOfId(demand)).toBe(9902)
  await fixture.accept(over, 'demand.merge', { demand, master: of }, elsewhere)
  return demand
}

const worker = (demand: string): Actor => ({ kind: 'claimant', demand, assisted: false })

describe('a claim of another prefecture', () => {
  test('is known to its master, and gets each deed and the answer once, under its own key', async () => {
    const first = await master()
    const joined = await claim(first)
    // Recorded before the follower comes to the joining: told by both, heard once.
    await onMaster(first, 'deed.record', deed(3))
    await follow()
    expect(await count(first, 'ClaimJoined')).toBe(1)
    await onMaster(first, 'deed.record', deed(4))
    await onMaster(first, 'demand.answer', { claim: 'done', text: '工资都要回来了' })
    await follow()
    const kinds = (await kindsOf(joined)).filter((kind) => kind === 'DeedRecorded' || kind === 'DemandAnswered')
    expect(kinds).toEqual(['DeedRecorded', 'DeedRecorded', 'DeedRecorded', 'DeedRecorded', 'DemandAnswered'])
    expect((await textsOf(joined)).sort()).toEqual(
      ['我也是那个工地的', '工资都要回来了', '第1件实事', '第2件实事', '第3件实事', '第4件实事'].sort(),
    )
    for (const event of (await eventsOf(joined)).filter(({ kind }) => kind === 'DeedRecorded'))
      expect(event).toMatchObject({ actor: 'system', body: { shared: true, amountFen: null } })

    // Under its own key: the master's words may go, the claim's stay.
    await fixture.accept(worker(first), 'verdict.give', { demand: first, solved: 'solved' })
    const erase = { demand: first, parts: ['text'], reason: 'worker-request' }
    await fixture.accept(crew.custodian, 'content.erase', erase)
    expect(await textsOf(first)).toEqual([])
    expect(await textsOf(joined)).toHaveLength(6)
  })

  test('that joins after the answer gets what was done and answered', async () => {
    const first = await master()
    await onMaster(first, 'demand.answer', { claim: 'done', text: '都办好了' })
    const late = await claim(first)
    await follow()
    expect(await count(late, 'DeedRecorded')).toBe(2)
    expect(await count(late, 'DemandAnswered')).toBe(1)
    expect(await textsOf(late)).toContain('都办好了')
  })

  test('gives its own verdict, and the master hears of it, of a reopening too', async () => {
    const first = await master()
    const [glad, sad] = [await claim(first), await claim(first)]
    await onMaster(first, 'demand.answer', { claim: 'done', text: '办好了' })
    await follow()
    await fixture.accept(worker(glad), 'verdict.give', { demand: glad, solved: 'solved' }, elsewhere)
    await fixture.accept(worker(sad), 'verdict.give', { demand: sad, solved: 'unsolved' }, elsewhere)
    await follow()
    const heard = (await eventsOf(first)).filter(({ kind }) => /^Claim(Settled|Reopened)$/.test(kind))
    expect(heard.map(({ kind, body }) => ({ kind, ...body }))).toEqual(
      expect.arrayContaining([
        { kind: 'ClaimSettled', claim: glad, outcome: 'solved' },
        { kind: 'ClaimReopened', claim: sad },
      ]),
    )
    expect(heard).toHaveLength(2)
    // The master's own worker has not spoken: nobody closes it for them.
    expect(await count(first, 'DemandClosed')).toBe(0)
  })
})

describe('what a master has said before', () => {
  const answered = (demand: string, text: string) => onMaster(demand, 'demand.answer', { claim: 'done', text })
  const unsolved = (demand: string) => fixture.accept(worker(demand), 'verdict.give', { demand, solved: 'unsolved' })

  test('does not reach a claim that joined after it was opened again, however late it is told', async () => {
    const first = await master()
    await answered(first, '头一次的答复')
    await unsolved(first)
    const joined = await claim(first)
    // Not before now does the follower come to the answer: the claim stands under the master already.
    await follow()
    expect(await count(joined, 'DeedRecorded')).toBe(2)
    expect(await count(joined, 'DemandAnswered')).toBe(0)
    await onMaster(first, 'contact.log', { way: 'call' })
    await answered(first, '第二次的答复')
    await follow()
    expect((await textsOf(joined)).filter((text) => text.endsWith('次的答复'))).toEqual(['第二次的答复'])
  })

  test('reaches a claim that was there, whose worker judges it alone', async () => {
    const first = await master()
    const joined = await claim(first)
    await follow()
    await answered(first, '给大家的答复')
    await unsolved(first)
    await follow()
    expect(await count(joined, 'DemandAnswered')).toBe(1)
    await fixture.accept(worker(joined), 'verdict.give', { demand: joined, solved: 'solved' }, elsewhere)
  })
})

describe('a class the master was given', () => {
  const classOf = async (demand: string) => {
    const { rows } = await fixture.db.owner.query('select urgency, difficulty, due_at from demand where id = $1', [
      demand,
    ])
    return rows[0]
  }

  test('is the claims’ as well, with a due no later, for those that are there and those that come', async () => {
    const first = await master()
    const there = await claim(first)
    await follow()
    await onMaster(first, 'demand.reclass', { urgency: 'P1', difficulty: 'plain' })
    const coming = await claim(first)
    await follow()
    for (const each of [there, coming]) expect(await classOf(each)).toEqual(await classOf(first))
    expect(await count(there, 'DemandReclassed')).toBe(1)
  })

  test('is told when a pause of the claim is over', async () => {
    const first = await master()
    const joined = await claim(first)
    await follow()
    // The joining is an event of its own.
    await follow()
    const pause = { request: 'pause', reason: 'worker-supplement', until: '2026-06-18', text: '等材料' }
    await onClaim(crew.handler, joined, 'request.ask', pause)
    await onClaim(crew.head, joined, 'request.decide', { grant: true })
    await onMaster(first, 'demand.reclass', { urgency: 'P1', difficulty: 'plain' })
    await follow()
    expect(await classOf(joined)).toMatchObject({ urgency: 'P2' })
    await onClaim(crew.handler, joined, 'pause.end', {})
    const { due_at } = await classOf(joined)
    await follow()
    expect(await classOf(joined)).toMatchObject({ urgency: 'P1', due_at })
  })

  test('is not the claims’ where it is a lower one', async () => {
    const first = await master()
    const joined = await claim(first)
    await follow()
    const before = await classOf(joined)
    const lower = { request: 'lower', reason: 'new-facts', difficulty: 'complex', text: '复杂' }
    await onMaster(first, 'request.ask', lower)
    await fixture.accept(crew.head, 'request.decide', { demand: first, grant: true })
    await follow()
    expect(await classOf(first)).toMatchObject({ difficulty: 'complex' })
    expect(await classOf(joined)).toEqual(before)
  })
})

test('cut off after any command and gone over again, everything is heard once', async () => {
  const first = await master()
  const claims = [await claim(first), await claim(first)]
  await onMaster(first, 'demand.answer', { claim: 'done', text: '办好了' })
  for (let lives = 1; lives < 20; lives += 1) {
    let left = lives % 3
    const mortal: Pick<Pipeline, 'submit'> = {
      submit: async (...command) => {
        if (left-- <= 0) throw new Error('killed')
        return fixture.pipeline.submit(...command)
      },
    }
    await follow(mortal).catch((error: Error) => expect(error.message).toBe('killed'))
  }
  await follow()
  const whole = async () => JSON.stringify([await kindsOf(first), ...(await Promise.all(claims.map(kindsOf)))])
  const once = await whole()
  for (const each of claims) {
    expect(await count(each, 'DeedRecorded')).toBe(2)
    expect(await count(each, 'DemandAnswered')).toBe(1)
  }
  expect(await count(first, 'ClaimJoined')).toBe(2)
  await fixture.db.owner.query('update follower set position = 0')
  await follow()
  expect(await whole()).toBe(once)
})

describe('nobody learns of the others', () => {
  const secrets = async (demand: string) => {
    const { rows } = await fixture.db.owner.query('select number, pseudonym from demand where id = $1', [demand])
    return [String(rows[0].number), String(rows[0].pseudonym)]
  }

  test('the master holds nothing of a claim but its id', async () => {
    const first = await master()
    const joined = await claim(first, '只有我知道的事')
    await onMaster(first, 'demand.answer', { claim: 'done', text: '办好了' })
    await follow()
    await fixture.accept(
      worker(joined),
      'verdict.give',
      { demand: joined, solved: 'partly', text: '还差一点' },
      elsewhere,
    )
    await follow()
    const { rows } = await fixture.db.owner.query(
      `select body::text as it from event where stream = $1 union all select outcome::text from command where outcome ->> 'accepted' like '%' || $1 || '%'
       union all select to_json(d)::text from demand d where id = $1::uuid union all select to_json(w)::text from work w where demand = $1::uuid`,
      [first],
    )
    const held = [...rows.map((row) => String(row.it)), ...(await textsOf(first))].join('\n')
    expect(held).toContain(joined)
    for (const secret of [...(await secrets(joined)), elsewhere, '只有我知道的事', '还差一点'])
      expect(held.includes(secret), 'the master holds something of a claim').toBe(false)
  })

  test("and each worker's page nothing of the master and of other claims", async () => {
    const first = await master()
    const claims = [await claim(first, '甲的话'), await claim(first, '乙的话')]
    await onMaster(first, 'demand.answer', { claim: 'done', text: '办好了' })
    await follow()
    const { reader, writer } = fixture.db
    const { subjectKeys } = fixture.context
    for (const own of [first, ...claims]) {
      const page = JSON.stringify(
        await followView({ reader, writer, subjectKeys }, { kind: 'claimant', demand: own, assisted: false }),
      )
      expect(page).toContain('办好了')
      for (const other of [first, ...claims].filter((one) => one !== own)) {
        const [number, pseudonym] = (await secrets(other)) as [string, string]
        const words = (await textsOf(other)).filter((text) => text.endsWith('的话') || text === '工地欠薪')
        expect(words).toHaveLength(1)
        for (const secret of [other, pseudonym, number, ...words])
          expect(page.includes(secret), 'a worker sees something of another').toBe(false)
      }
    }
  })
})
