import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../../test/kit/pipeline.ts'
import { figureFollower } from '../../figure/figure-follower.ts'
import { runFollowersOnce } from '../../follow/start-following.ts'
import { writePaper } from '../../gateway/paper.ts'
import { reading } from '../scope.ts'
import { type PaperKind, paperOf } from './paper.ts'

let fixture: PipelineFixture
let county: Staff
let township: Staff
beforeAll(async () => {
  fixture = await pipelineFixture()
  county = await fixture.staff('江湾区总工会', 'triage')
  township = await fixture.staff('柳荫街道工会', 'head')
  for (let n = 0; n < 7; n += 1) await fixture.raise(`第${n}件`, { region: '990102' })
  const few = await fixture.raise('只有一件', { region: '990102' })
  const triage = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead: township.unit }
  await fixture.accept(county, 'demand.triage', { demand: few, ...triage })
  await runFollowersOnce({ db: fixture.db, followers: [figureFollower] })
})
afterAll(() => fixture.close())

const paper = (actor: Staff, kind: PaperKind, unit = actor.unit) =>
  reading(fixture.db.reader, actor, (client) =>
    paperOf(client, { kind, unit, from: '2026-01', to: '2026-06' }, fixture.context.rules, fixture.clock.now()),
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

test('every number of a paper has its period and definition under the line', async () => {
  for (const kind of ['brief', 'summary', 'visit'] as const) {
    const file = await writePaper(await paper(county, kind))
    const text = words(part(file, 'word/document.xml'))
    expect(text).toContain('江湾区总工会')
    expect(text).toContain('听到的诉求：8 件。')
    const notes = part(file, 'word/footnotes.xml')
    expect(words(notes)).toContain('2026-01 至 2026-06，江湾区总工会及下级。已提交的诉求')
    const numbers = text.split('\n').filter((line) => /：(\d|不显示)/.test(line)).length
    expect(numbers).toBeGreaterThan(0)
    expect(part(file, 'word/document.xml').match(/<w:footnoteReference /g)).toHaveLength(numbers)
  }
})

test('is set in Chinese fonts by name, and leaves three asks to be written', async () => {
  const file = await writePaper(await paper(county, 'visit'))
  const xml = part(file, 'word/document.xml')
  expect(xml).toContain('方正小标宋简体')
  expect(part(file, 'word/styles.xml')).toContain('仿宋_GB2312')
  expect(words(xml)).toMatch(/想请帮助解决的三件事\n1．\n2．\n3．/)
  expect(file.includes(Buffer.from('word/fonts/'))).toBe(false)
})

test('hides what the page of figures hides, and is about nobody out of reach', async () => {
  expect(JSON.stringify(await paper(township, 'summary'))).toContain('听到的诉求：不显示')
  await expect(paper(township, 'summary', county.unit)).rejects.toMatchObject({ status: 404 })
})
