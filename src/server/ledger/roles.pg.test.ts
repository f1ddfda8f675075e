import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import type { CommandKind } from '../../protocol/command.ts'
import { type Reader, reading } from '../view/scope.ts'

let fixture: PipelineFixture
let crew: Crew
let demand: string
/** Raised about an enterprise that has a union of its own. */
let complaint: string
beforeAll(async () => {
  fixture = await pipelineFixture()
  crew = await crewOf(fixture)
  demand = await plainLife(fixture, crew)
  const { rows } = await fixture.db.owner.query(
    'select e.id from employer e join unit u on u.employer = e.id order by e.id limit 1',
  )
  complaint = await fixture.raise('不签合同', { employer: rows[0].id })
  await fillTheRest()
})
afterAll(() => fixture?.close())

/** A ruling, a roster, a notice and a figure, so that every table the reading role may ask holds something. */
async function fillTheRest(): Promise<void> {
  const { handler, head, triage } = crew
  const ruled = await fixture.raise('派错了的事')
  const then = (actor: typeof head, kind: CommandKind, body: object) =>
    fixture.accept(actor, kind, { demand: ruled, ...body })
  const order = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: handler.unit }
  await then(triage, 'demand.triage', order)
  await then(handler, 'order.object', { reason: 'not-our-duty', text: '不归我们' })
  await then(head, 'order.rule', { lead: handler.unit, text: '归你们' })
  const from = fixture.clock.now()
  const duty = { unit: head.unit, post: head.post, from: from.toISOString() }
  const to = new Date(from.getTime() + 3_600_000).toISOString()
  await fixture.accept({ kind: 'operator' }, 'duty.set', { ...duty, to })
  await fixture.db.owner.query(
    `insert into notice (realm, id, code, way, to_kind, to_unit, params, not_before, state, made_at)
     values (9901, gen_random_uuid(), 'offered', 'digest', 'unit', $1, '{}', $2, 'queued', $2)`,
    [head.unit, from],
  )
  const counted = `'heard', '2026-06-01'`
  await fixture.db.owner.query(
    `insert into tally (realm, stream, measure, counted_on, unit, path, persons, cuts, noun)
     values (9901, $1, ${counted}, $2, array[$2]::integer[], 1, '{}', 'demand')`,
    [ruled, head.unit],
  )
  await fixture.db.owner.query(
    `insert into figure (realm, unit, measure, month, cut, n, persons, path) values (9901, $1, ${counted}, '', 1, 1, array[$1]::integer[])`,
    [head.unit],
  )
  for (const { table } of await readable()) await fillIfEmpty(table)
}

/** A row of nothing but what the reader's scope may be compared with, where the life above left a table empty. */
async function fillIfEmpty(table: string): Promise<void> {
  const { owner } = fixture.db
  if ((await owner.query(`select from ${table} limit 1`)).rowCount !== 0) return
  const { unit, account } = crew.head
  const values: Readonly<Record<string, string>> = {
    ...{ integer: `${unit}`, 'integer[]': `array[${unit}]`, uuid: `'${account}'`, boolean: 'true', bigint: '1' },
    ...{ 'numeric(6,1)': '1', date: `'2026-06-01'`, 'timestamp with time zone': `'2026-06-01T00:00:00Z'` },
    ...{ text: `'x'`, 'text[]': `'{}'`, 'uuid[]': `'{}'`, json: `'[]'`, jsonb: `'[]'` },
  }
  // What a value may be is not asked here, only who sees the row.
  const checks = await owner.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  )
  for (const { name } of checks.rows) await owner.query(`alter table ${table} drop constraint ${name}`)
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and attnotnull and not attisdropped`,
    [table],
  )
  const names = rows.map(({ name }) => `"${name}"`).join(', ')
  await owner.query(
    `insert into ${table} (${names}) values (${rows.map(({ name, type }) => (name === 'blocked_units' ? `'{}'` : (values[type] ?? 'null'))).join(', ')})`,
  )
}

describe('the ledger cannot be changed by the application', () => {
  const acts = (table: string) => [
    `update ${table} set realm = realm`,
    `delete from ${table}`,
    `truncate ${table}`,
    `alter table ${table} disable trigger all`,
    `drop table ${table}`,
  ]
  test.each(['event', 'command', 'ledger_batch'])('%s', async (table) => {
    for (const role of ['writer', 'reader'] as const)
      for (const act of acts(table))
        await expect(fixture.db[role].query(act), `${role}: ${act}`).rejects.toMatchObject({ code: '42501' })
    const { rows } = await fixture.db.owner.query(`select count(*)::int as n from ${table}`)
    expect(rows[0].n).toBeGreaterThan(5)
  })

  test('nor taken back by a role that the login may become', async () => {
    const { rows } = await fixture.db.writer.query(
      `select rolname from pg_roles where pg_has_role(session_user, oid, 'member') and rolname like 'zhagen%' order by 1`,
    )
    const may = await fixture.db.owner.query(
      `select r.rolname, t.name, p.privilege from unnest($1::text[]) as r (rolname), unnest(array['event', 'command', 'ledger_batch']) as t (name),
         unnest(array['update', 'delete', 'truncate']) as p (privilege)
       where r.rolname in ('zhagen_app', 'zhagen_writer', 'zhagen_reader') and has_table_privilege(r.rolname, t.name, p.privilege)`,
      [rows.map((row) => row.rolname)],
    )
    expect(may.rows).toEqual([])
  })
})

test.each([
  'realm_key',
  'subject_key',
  'content',
  'receipt',
  'guess',
  'session',
  'command',
  'stream',
  'ledger_batch',
  'realm_head',
])('the reading role has no right on %s', async (table) => {
  await expect(fixture.db.reader.query(`select 1 from ${table}`)).rejects.toMatchObject({ code: '42501' })
  await expect(fixture.db.reader.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' })
})

test('the reading role writes nothing at all', async () => {
  const { rows } = await fixture.db.owner.query(
    `select c.relname, p.privilege from pg_class c, unnest(array['insert', 'update', 'delete', 'truncate']) as p (privilege)
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and has_table_privilege('zhagen_reader', c.oid, p.privilege)`,
  )
  expect(rows).toEqual([])
})

/** What the reading role may select, from the catalog. */
async function readable(): Promise<{ table: string }[]> {
  const { rows } = await fixture.db.owner.query(
    `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
       and has_column_privilege('zhagen_reader', c.oid, a.attnum, 'select') group by 1 order by 1`,
  )
  return rows
}

async function counts(client: pg.ClientBase): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const { table } of await readable()) {
    const { rows } = await client.query(`select count(*)::int as n from ${table}`)
    found[table] = rows[0].n
  }
  return found
}

test('a reused connection without a scope sees no row of any table', async () => {
  const client = await fixture.db.reader.connect()
  try {
    const none = Object.fromEntries((await readable()).map(({ table }) => [table, 0]))
    expect(Object.keys(none).length).toBeGreaterThan(10)
    expect(await counts(client)).toEqual(none)
    for (const end of ['commit', 'rollback']) {
      await client.query('begin')
      for (const [name, value] of [
        ['who', 'staff'],
        ['unit', String(crew.head.unit)],
        ['account', crew.head.account],
        ['reach', 'subtree'],
        ['demand', demand],
        ['claimant', demand],
      ])
        await client.query(`select set_config('zh.' || $1, $2, true)`, [name, value])
      // Within the scope every one of these tables shows something, so the zeros mean something.
      for (const [table, n] of Object.entries(await counts(client))) expect(n, table).toBeGreaterThan(0)
      await client.query(end)
      expect(await counts(client), `after ${end}`).toEqual(none)
    }
  } finally {
    client.release(true)
  }
})

describe('a view that forgets its filter shows nothing out of reach', () => {
  const seen = (actor: Reader) =>
    reading(fixture.db.reader, actor, async (client) =>
      (
        await client.query(
          `select id from demand union select demand from work union select stream from event where kind <> 'ContentOpened'`,
        )
      ).rows.map((row) => row.id),
    )

  test('staff of another branch, another county’s and the employer’s own union see nothing', async () => {
    const { rows } = await fixture.db.owner.query(
      'select u.name from unit u join employer e on e.id = u.employer order by e.id limit 1',
    )
    for (const union of ['望江街道工会', rows[0].name as string])
      for (const role of ['head', 'handler', 'auditor', 'custodian'] as const)
        expect(await seen(await fixture.staff(union, role)), `${role} of ${union}`).toEqual([])
  })

  test('the county sees both, the handler who held one sees that one, the worker their own', async () => {
    expect(await seen(crew.head)).toEqual(expect.arrayContaining([demand, complaint]))
    expect(await seen(crew.handler)).toContain(demand)
    expect(await seen({ kind: 'claimant', demand, assisted: false })).toEqual([demand])
  })

  test('who takes calls lists what their own union holds, the public nothing', async () => {
    const held = (unit: string) => fixture.staff(unit, 'agent')
    expect(await seen(await held('望江街道工会'))).toEqual([])
    expect((await seen(await held('江湾区总工会'))).length).toBeGreaterThan(0)
    expect(await seen({ kind: 'public' })).toEqual([])
  })
})
