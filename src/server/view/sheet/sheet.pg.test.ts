import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../../test/kit/pipeline.ts'
import { shown, workbook } from '../../../../test/kit/workbook.ts'
import { makeId } from '../../../domain/id.ts'
import { sheetViews } from '../../../protocol/sheet-view.ts'
import { figureFollower } from '../../figure/figure-follower.ts'
import { runFollowersOnce } from '../../follow/start-following.ts'
import { reading } from '../scope.ts'
import { filledSheet } from './filled.ts'
import { sheetPage } from './sheet.ts'
import { askedOf, sheetsOf } from './sheets.ts'

let fixture: PipelineFixture
let county: Staff
let township: Staff
let city: Staff
let sheet: string
const words = { title: '服务职工统计表', from: '示例市总工会办公室', askedOn: '2026-06-10', dueOn: '2026-06-20' }

beforeAll(async () => {
  fixture = await pipelineFixture()
  county = await fixture.staff('江湾区总工会', 'triage')
  township = await fixture.staff('柳荫街道工会', 'head')
  city = await fixture.staff('示例市总工会', 'organiser')
  for (let n = 0; n < 7; n += 1) await fixture.raise(`第${n}件`, { region: '990102' })
  const few = await fixture.raise('只有一件', { region: '990102' })
  const triage = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: township.unit }
  await fixture.accept(county, 'demand.triage', { demand: few, ...triage })
  await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
  sheet = await take(
    county,
    await workbook([
      ['服务职工统计表'],
      ['工会', '听到的诉求（件）', '慰问人次', '接到几件事'],
      ['江湾区总工会', null, null, null],
      ['柳荫街道工会', null, null, null],
      ['远山区总工会', null, null, null],
      ['合计', { formula: 'SUM(B3:B5)' }, null, null],
    ]),
  )
})
afterAll(() => fixture.close())

async function take(actor: Staff, file: Buffer, more: object = {}): Promise<string> {
  const body = { unit: actor.unit, ...words, name: '张三的表.xlsx', file: file.toString('base64'), ...more }
  return (await fixture.accept(actor, 'sheet.take', body)).stream
}
const rules = () => fixture.context.rules.figures
const page = (actor: Staff, id = sheet) => sheetPage(fixture.opening(actor), actor, id, rules())
const fill = (actor: Staff, id = sheet) =>
  filledSheet(fixture.opening(actor), actor, id, { rules: rules(), now: fixture.clock.now() })
const asked = (actor: Staff, unit = actor.unit) => reading(fixture.db.reader, actor, (client) => askedOf(client, unit))
const list = (actor: Staff, after?: string) =>
  reading(fixture.db.reader, actor, (client) => sheetsOf(client, actor, { after }))
const matching = {
  ...{ fromMonth: '2026-01', toMonth: '2026-06', rows: 'named', header: 1 },
  columns: [
    { column: 1, header: '听到的诉求（件）', measure: 'heard' },
    { column: 3, header: '接到几件事', measure: 'heard' },
  ],
}
const notFound = { status: 404, code: 'not-found' }

describe('a table from above', () => {
  test('is taken for what its words say, and its file stands in no plain table', async () => {
    const told = await page(county)
    expect(sheetViews.sheet.answer.parse(told)).toEqual(told)
    expect(told).toMatchObject({
      ...{
        ...words,
        name: '张三的表.xlsx',
        form: 'xlsx',
        confirmed: false,
        header: 1,
        rows: 'named',
        known: 2,
        unknown: 1,
      },
      columns: [
        { column: 0, measure: null },
        { column: 1, header: '听到的诉求（件）', measure: 'heard' },
        { column: 2, header: '慰问人次', measure: null },
        { column: 3, header: '接到几件事', measure: null },
      ],
      verbs: ['sheet.take', 'sheet.match', 'sheet.fill', 'sheet.see', 'asked.see'],
    })
    const { rows } = await fixture.db.owner.query(
      `select (select string_agg(body::text, ' ') from event) || (select string_agg(s::text, ' ') from sheet s) as plain`,
    )
    expect(rows[0].plain).toContain(words.from)
    for (const kept of ['张三', '慰问', 'UEsDB']) expect(rows[0].plain).not.toContain(kept)
  })
  test('is filled only after somebody confirmed it', async () => {
    await expect(fill(county)).rejects.toMatchObject({ status: 409, code: 'sheet.not-matched' })
    expect(await fixture.send(county, 'sheet.fill', { sheet })).toMatchObject({
      refused: { code: 'sheet.not-matched' },
    })
    await fixture.accept(county, 'sheet.match', { sheet, ...matching })
    const { file, form, title } = await fill(county)
    expect({ form, title }).toEqual({ form: 'xlsx', title: words.title })
    expect(await shown(file)).toEqual({
      rows: [
        ['服务职工统计表', null, null, null],
        ['工会', '听到的诉求（件）', '慰问人次', '接到几件事'],
        ['江湾区总工会', 8, '不掌握', 8],
        // One matter alone: as on the page of figures.
        ['柳荫街道工会', '不显示', '不掌握', '不显示'],
        ['远山区总工会', '不掌握', '不掌握', '不掌握'],
        // What is counted is added up by the office that asked, and its formula stays.
        ['合计', null, '不掌握', null],
      ],
      names: ['统计表', '说明'],
      bold: true,
    })
  })
  test('and the words confirmed are known the next time, by those below as well', async () => {
    const next = await take(township, Buffer.from('工会,接到 几件事\r\n,\r\n'), { name: '表.csv' })
    expect(await page(township, next)).toMatchObject({
      ...{ form: 'csv', rows: 'own', known: 1, unknown: 0 },
      columns: [{ measure: null }, { header: '接到 几件事', measure: 'heard' }],
    })
    const above = await take(city, Buffer.from('工会,接到几件事\n,\n'), { from: '示例省总工会' })
    expect((await page(city, above)).columns[1]).toMatchObject({ measure: null })
    await fixture.accept(township, 'sheet.match', {
      ...{ sheet: next, fromMonth: '2026-06', toMonth: '2026-06', rows: 'own', header: 0 },
      columns: [{ column: 1, header: '接到几件事', measure: 'understood' }],
    })
    expect((await fill(township, next)).file.toString('utf8')).toBe('\uFEFF工会,接到 几件事\r\n不掌握,0\r\n')
  })
})

describe('who asked for how much', () => {
  test('is booked, and read at every level above', async () => {
    await fixture.accept(county, 'sheet.fill', { sheet, minutes: 25 })
    await fixture.accept(county, 'sheet.fill', { sheet, minutes: 5 })
    const told = await asked(city)
    expect(sheetViews.asked.answer.parse(told)).toEqual(told)
    expect(told).toMatchObject({
      ...{ unit: { name: '示例市总工会' }, tables: 3, minutes: 30 },
      rows: [
        { from: words.from, tables: 2, answered: 1, units: 2, minutes: 30, lastOn: '2026-06-10' },
        { from: '示例省总工会', tables: 1, answered: 0, units: 1, minutes: 0 },
      ],
    })
    expect(await asked(city, county.unit)).toMatchObject({ tables: 2 })
    expect(await asked(await fixture.staff('江湾区总工会', 'auditor'))).toMatchObject({ tables: 2 })
  })
  test('of those above and beside, nothing', async () => {
    expect(await asked(township)).toMatchObject({ tables: 1, minutes: 0 })
    await expect(asked(township, county.unit)).rejects.toMatchObject(notFound)
    const neighbour = await fixture.staff('望江街道工会', 'head')
    expect(await asked(neighbour)).toMatchObject({ tables: 0, rows: [] })
    await expect(asked(neighbour, township.unit)).rejects.toMatchObject(notFound)
  })
})

describe('who opens a table', () => {
  test('is whoever answers tables of that union, and nobody above, below or beside', async () => {
    const agent = await fixture.staff('江湾区总工会', 'agent')
    for (const actor of [city, township, agent]) {
      await expect(page(actor)).rejects.toMatchObject(notFound)
      await expect(fill(actor)).rejects.toMatchObject(notFound)
    }
    expect(await list(agent)).toMatchObject({ rows: [], verbs: ['asked.see'] })
    expect(new Set(await fixture.openedBy(sheet))).toEqual(new Set([county.post]))
    const told = await list(county)
    expect(sheetViews.sheets.answer.parse(told)).toEqual(told)
    expect(told.rows).toMatchObject([{ id: sheet, minutes: 30, filledOn: '2026-06-15' }])
    const id = makeId(9901, fixture.clock.now().getTime(), new Uint8Array(8))
    await expect(page(county, id)).rejects.toMatchObject(notFound)
  })
  test('and who hands one in: out of reach reads as not there, what is no table is not taken', async () => {
    const body = { ...words, name: 'x', file: Buffer.from('a,b').toString('base64') }
    await expect(fixture.send(city, 'sheet.take', { ...body, unit: county.unit })).rejects.toMatchObject({
      code: 'unit.unknown',
    })
    const broken = { ...body, unit: county.unit, file: 'UEsDBAAA' }
    expect(await fixture.send(county, 'sheet.take', broken)).toMatchObject({ refused: { code: 'sheet.unreadable' } })
    await expect(fixture.send(city, 'sheet.match', { sheet, ...matching })).rejects.toMatchObject(notFound)
  })
  test('a cursor of another kind is refused, and a page goes on where one ended', async () => {
    await expect(list(county, 'x')).rejects.toMatchObject({ status: 400 })
    for (let n = 0; n < 51; n += 1) await take(county, Buffer.from('a,b'), { title: `第${n}张` })
    const first = await list(county)
    const rest = await list(county, first.after ?? '')
    expect([first.rows.length, rest.rows.length, rest.after]).toEqual([50, 2, null])
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(52)
  })
})
