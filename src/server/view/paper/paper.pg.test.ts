import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../../test/kit/pipeline.ts'
import { visitLife } from '../../../../test/kit/visit-life.ts'
import { figureFollower } from '../../figure/figure-follower.ts'
import { runFollowersOnce } from '../../follow/start-following.ts'
import { type Paper, type PaperRun, writePaper } from '../../gateway/paper.ts'
import { reading } from '../scope.ts'
import { type PaperKind, paperOf } from './paper.ts'

let fixture: PipelineFixture
let county: Staff
let township: Staff
let organiser: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  county = await fixture.staff('江湾区总工会', 'triage')
  township = await fixture.staff('柳荫街道工会', 'head')
  for (let n = 0; n < 7; n += 1) await fixture.raise(`第${n}件`, { region: '990102' })
  const few = await fixture.raise('只有一件', { region: '990102' })
  const triage = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: township.unit }
  await fixture.accept(county, 'demand.triage', { demand: few, ...triage })
  await visitLife(fixture)
  await fixture.staff('示例市总工会', 'organiser')
  organiser = await fixture.staff('江湾区总工会', 'organiser')
  const suggested = { unit: organiser.unit, title: '工资专用账户', text: '请统一管理工地的工资账户' }
  await fixture.accept(organiser, 'suggestion.raise', suggested)
  await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
})
afterAll(() => fixture.close())

const paper = (actor: Staff, kind: PaperKind, unit = actor.unit) =>
  reading(fixture.db.reader, actor, (client) =>
    paperOf(
      client,
      actor,
      { kind, unit, from: '2026-01', to: '2026-06' },
      {
        rules: fixture.context.rules,
        now: fixture.clock.now(),
      },
    ),
  )
/** What a reader reads, section by section. */
const said = ({ sections }: Paper) =>
  sections.map(({ heading, lines, table }) => ({
    heading,
    text: lines.map((line) =>
      [line]
        .flat()
        .map((run: PaperRun) => run.text)
        .join(''),
    ),
    rows: table?.rows.map((row) => row.map(({ text }) => text)) ?? [],
  }))
const notesOf = ({ sections }: Paper) =>
  sections.flatMap(({ lines, table }) =>
    [...lines.flat(), ...(table?.rows.flat() ?? [])].flatMap((run: PaperRun) => run.note ?? []),
  )

/** A part of the document, by its own name in the directory of the zip. */
function part(file: Buffer, name: string): string {
  for (let at = 0; file.readUInt32LE(at) === 0x04034b50; ) {
    const [size, length, extra] = [file.readUInt32LE(at + 18), file.readUInt16LE(at + 26), file.readUInt16LE(at + 28)]
    const from = at + 30 + length + extra
    const body = file.subarray(from, from + size)
    if (file.toString('utf8', at + 30, at + 30 + length) === name)
      return (file.readUInt16LE(at + 8) === 8 ? inflateRawSync(body) : body).toString('utf8')
    at = from + size
  }
  throw new Error(`the document has no ${name}`)
}
const words = (xml: string) => xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '')

test('every number of a paper has its period and definition under the page', async () => {
  for (const kind of ['brief', 'summary', 'visit'] as const) {
    const told = await paper(county, kind)
    const file = await writePaper(told)
    const text = words(part(file, 'word/document.xml'))
    expect(text).toContain('江湾区总工会')
    expect(text).toContain('听到职工诉求8件')
    expect(words(part(file, 'word/footnotes.xml'))).toContain(
      '听到的诉求：2026年1月至6月，江湾区总工会及下级。已提交的诉求',
    )
    const notes = notesOf(told)
    expect(notes.length).toBeGreaterThan(0)
    expect(part(file, 'word/document.xml').match(/<w:footnoteReference /g)).toHaveLength(notes.length)
  }
})

test('a brief tells what there was, and of what did not happen nothing', async () => {
  const told = said(await paper(county, 'brief'))
  expect(told.map(({ heading }) => heading)).toEqual(['一、听到了什么', '二、走访', '三、共性问题和政策建议'])
  expect(told[1]?.text).toEqual(['走访1次，见到11人，其中释疑解惑的走访1次。设联系点1家。'])
})

test('a summary tells every chapter, the rates with what they are of, and the union beside its own year before', async () => {
  const told = said(await paper(county, 'summary'))
  expect(told.map(({ heading }) => heading.replace(/^.+?、/, ''))).toEqual([
    ...['听到了什么', '见面和听明白', '办得怎样', '走访', '实事', '轮训', '意见落实', '共性问题和政策建议'],
    ...['三率', '和自己的去年比', '下一步'],
  ])
  expect(told.find(({ heading }) => heading.endsWith('三率'))?.text.join('')).toContain('解决率：数小，不列。')
  const beside = told.find(({ heading }) => heading.endsWith('和自己的去年比'))
  expect(beside?.rows[0]).toEqual(['听到的诉求', '8件', '0件'])
})

test('a page for a leader says who was there last and what was talked about, what is open, and three things to ask for', async () => {
  const [visits, figures, open, asks] = said(await paper(organiser, 'visit'))
  expect(visits?.text).toEqual([
    '2026年6月15日，江湾区总工会，到柳荫快递站，班组，见到11人；谈到食堂；讲了政策；当场办了实事（改善食宿设施）。',
  ])
  expect(figures?.text[0]).toMatch(/^听到职工诉求8件，见过面的/)
  // One is triaged as wages, seven wait for it: the one follows from the sum, so neither is told apart.
  expect(open?.text[0]).toBe('正在办的诉求8件：其余各类数小，不列。没有超过期限的。')
  expect(asks?.text).toEqual([
    '1．请示例市总工会对建议《工资专用账户》给出意见。',
    '2．（台账里没有更多等上级的事，可在这里写）',
    '3．（台账里没有更多等上级的事，可在这里写）',
  ])
  expect(notesOf(await paper(organiser, 'visit')).at(-1)).toMatch(
    /^来源：政策建议，江湾区总工会2026年6月15日提出，应于/,
  )
})

test('a page for a leader names nobody, quotes nobody, and counts no few', async () => {
  const text = JSON.stringify([await paper(organiser, 'visit'), await paper(county, 'summary')])
  for (const sealed of ['晚饭要热菜', '当场修好热水器', '下周再来', '请统一管理工地的工资账户', '只有一件'])
    expect(text).not.toContain(sealed)
  const below = said(await paper(township, 'visit'))
  expect(below[2]?.text[0]).toMatch(/^正在办的诉求不足5件，不列。/)
  expect(JSON.stringify(below)).not.toMatch(/有\d+件/)
  // A post that opens no matter learns of none.
  const trainer = await fixture.staff('江湾区总工会', 'trainer')
  expect(said(await paper(trainer, 'visit'))[2]?.text[0]).toMatch(/看不到正在办的诉求/)
  expect(said(await paper(trainer, 'visit'))[0]?.text).toEqual(['没有您的岗位可以看到的走访记录。'])
})

test('is set in Chinese fonts by name on A4, and carries neither fonts nor macros', async () => {
  const file = await writePaper(await paper(county, 'visit'))
  const xml = part(file, 'word/document.xml')
  expect(xml).toContain('方正小标宋简体')
  expect(xml).toContain('w:w="11906"')
  expect(part(file, 'word/styles.xml')).toContain('仿宋_GB2312')
  expect(file.includes(Buffer.from('word/fonts/'))).toBe(false)
})

test('hides what the page of figures hides, and is about nobody out of reach', async () => {
  const told = await paper(township, 'summary')
  expect(said(told)[0]?.text[0]).toBe('听到职工诉求（数小，不列），其中走访时听到的0件。')
  await expect(paper(township, 'summary', county.unit)).rejects.toMatchObject({ status: 404 })
})
