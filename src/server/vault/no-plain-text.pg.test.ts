import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Crew, crewOf, plainLife, type Words } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { dumpColumns, whereIn } from '../../../test/kit/planted.ts'
import { describeError } from '../log.ts'

// What workers and cadres say, with characters beyond the basic plane, composed and decomposed, quotes and line breaks.
const lives: readonly Words[] = [
  {
    ...{ name: '古丽娜尔·买买提明', phone: '13912345678', reach: '晚上九点后打邻居电话' },
    text: '老板把我的身份证扣了，说做满三年才还。',
    note: '她在宿舍楼下接的电话',
    message: '工牌号是乙-4471',
    understanding: '扣押证件是不允许的',
    correction: '还扣了银行卡',
    deed: '当天取回证件和银行卡',
    answer: '证件已经当面还给您',
    verdict: '拿到了，谢谢你们',
  },
  {
    ...{ name: '𠮷野𪚥', phone: '+86 (138) 0013-8000', reach: 'Café de\u0301ja\u0300 vu 门口' },
    text: '第一行"引号"与\\反斜杠\n第二行：龘䶮𠀀 🧵 加班到深夜',
    note: "O'Neill 在场",
    message: 'SELECT 1; -- 不是注释',
    understanding: '您说的是夜班补贴',
    correction: '是\t制表符分开的两件事',
    deed: '补发夜班补贴贰仟圆',
    answer: '补贴已经到账',
    verdict: '到账了👍🏽',
  },
]
const anonymous = '匿名说的一句：食堂后门的灭火器是空的'

let fixture: PipelineFixture
let crew: Crew
let logged = ''
beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += chunk
      done()
    },
  })
  fixture = await pipelineFixture({
    log: pino({ level: 'trace', base: null, serializers: { err: describeError } }, sink),
  })
  crew = await crewOf(fixture)
})
afterAll(() => fixture?.close())

const dump = () => dumpColumns(fixture.db.owner)

test('nothing that was said stands anywhere in the database, the log or the files beside the keys', async () => {
  const said = [...lives.flatMap((words) => Object.values(words)), anonymous]
  const demands: string[] = []
  for (const words of lives) demands.push(await plainLife(fixture, crew, words))
  await fixture.raise(anonymous, { mode: 'anonymous' })
  await fixture.accept({ kind: 'claimant', demand: demands[0] ?? '', assisted: false }, 'content.erase', {
    demand: demands[0],
    parts: ['text'],
    reason: 'worker-request',
  })
  // A command that fails in the database is logged, and its words are not.
  await fixture.db.owner.query(`alter table demand add constraint broken check (state <> 'raised') not valid`)
  await expect(
    fixture.raise(said[0] ?? '', { mode: 'named', identity: { name: said[0], phone: said[1] } }),
  ).rejects.toThrow()
  await fixture.db.owner.query('alter table demand drop constraint broken')
  expect(logged).toContain('command failed')

  const columns = await dump()
  expect(columns.size).toBeGreaterThan(150)
  expect(columns.get('content.sealed')?.length).toBeGreaterThan(1000)
  for (const [column, bytes] of columns) expect(whereIn(bytes, said), column).toEqual([])
  expect(whereIn(Buffer.from(logged), said), 'log').toEqual([])
  const files = readdirSync(fixture.keysFolder)
  expect(files).toEqual(expect.arrayContaining(['heads.log', 'erasures.log']))
  for (const file of files) expect(whereIn(readFileSync(path.join(fixture.keysFolder, file)), said), file).toEqual([])
})

test('the search would see it, in any column and any shape', async () => {
  const value = lives[1]?.text ?? ''
  const seen = (text: string) => whereIn(Buffer.from(`…${text}…`), [value])
  for (const text of [
    value,
    value.normalize('NFC'),
    JSON.stringify(value),
    Buffer.from(value).toString('base64'),
    Buffer.from(`x${value}`).toString('base64'),
    Buffer.from(value).toString('hex'),
  ])
    expect(seen(text), text).toEqual([value])
  await fixture.db.owner.query('insert into guess values ($1, 0, $2, $2)', [Buffer.from(value), fixture.clock.now()])
  expect(whereIn((await dump()).get('guess.bucket') ?? Buffer.alloc(0), [value])).toEqual([value])
})
