import { describe, expect, it } from 'vitest'
import { expectNone } from './expect-none.ts'
import { projectPaths, readText, show, sourceFile, sourceFiles } from './source-file.ts'
import { asText, asWritten, checkWords, sqlText, type Text, type Topic } from './words.ts'

const parsed = sourceFiles('src', 'test', 'bench')
const code = parsed.map(asText)
const plain = projectPaths('src', 'rules', 'stories', 'bin', 'ops', 'docs', 'db', '.ci', '.')
  .filter((each) => /\.(json|ya?ml|html|css|svg|m?js|sh|md|csv|sql)$|^\.ci\/run$|^\.npmrc$/.test(each))
  .filter((each, index, all) => all.indexOf(each) === index)
  .map((each) => asWritten({ path: each, text: readText(each) }))
const written = [...parsed.map(asWritten), ...plain]
const sql = plain.filter((each) => each.path.endsWith('.sql')).map((each) => sqlText(each.path, each.code))
const stripped = [...code, ...sql, ...plain.filter((each) => !each.path.endsWith('.sql'))]

it.each<[Topic, string, Text[]]>([
  ['clock', 'reads the time in one place only', stripped],
  ['role', 'asks for roles in the grants table only', code],
  ['unit', 'never says 单位 alone', stripped],
  ['address', 'names no other machine', stripped],
  ['machine', 'says nothing of where it was made', written],
  ['test', 'runs every test it has', code],
  ['leftover', 'leaves nothing undone and silences nothing', written],
])('%s: %s', (topic, _, texts) => {
  const report = checkWords(topic, texts)
  expect(report.seen).toBeGreaterThan(0)
  expectNone(report.findings)
})

describe('sees red', () => {
  it.each<[Topic, string, string]>([
    ['clock', 'src/server/http/a.ts', 'const at = new Date()'],
    ['clock', 'src/domain/a.ts', 'const at = Date.now()'],
    ['clock', 'src/web/desk/a.ts', 'const at = performance.now()'],
    ['clock', 'src/server/view/a.ts', 'const q = `select * from work where due_at < now()`'],
    ['clock', 'src/server/view/a.ts', "const q = 'select CURRENT_DATE'"],
    ['role', 'src/server/http/a.ts', "if (post.role === 'agent') open()"],
    ['role', 'src/web/desk/a.tsx', "const x = who.role !== 'agent' && <b/>"],
    ['role', 'src/server/view/a.ts', "if (roles.includes('auditor')) open()"],
    ['role', 'src/server/view/a.ts', 'switch (post.role) { default: }'],
    ['unit', 'src/web/door/a.ts', "const label = '你的单位名称'"],
    ['address', 'src/web/kit/a.ts', "fetch('https://example.org/font')"],
    ['address', 'src/web/kit/a.tsx', 'const x = <img src="//example.org/a.png" />'],
    ['machine', 'src/server/a.ts', "const f = '/home/someone/key'"],
    ['machine', 'bin/a.mjs', ["const f = 'https://", 'registry', ".npmjs.org/x'"].join('')],
    ['test', 'src/domain/a.test.ts', "it.skip('x', () => {})"],
    ['test', 'src/domain/a.test.ts', "describe.only('x', () => {})"],
    ['test', 'test/e2e/a.test.ts', "it.each([1]).skip\ntest.todo('later')"],
  ])('%s in %s: %s', (topic, file, text) => {
    expect(checkWords(topic, [asText(sourceFile(file, text))]).findings).toHaveLength(1)
  })

  it('in comments, where comments count', () => {
    const text = '// @ts-ignore\n// TODO later\nexport const a = 1 // see /home/someone/notes'
    const file = asWritten({ path: 'src/server/a.ts', text })
    expect(checkWords('leftover', [file]).findings).toHaveLength(2)
    expect(checkWords('machine', [file]).findings).toHaveLength(1)
  })

  it('in SQL and style sheets too', () => {
    const migration = sqlText('db/migrations/0009_x.sql', 'create table a (at timestamptz default now());')
    expect(checkWords('clock', [migration]).findings).toHaveLength(1)
    const sheet = {
      path: 'src/web/kit/a.css',
      code: '@import url(//example.org/a.css); a { background: url("https://example.org/b.png") }',
    }
    expect(checkWords('address', [sheet]).findings).toHaveLength(2)
  })

  it('and nothing where it is allowed', () => {
    const good: [Topic, string, string][] = [
      ['clock', 'src/server/clock.ts', 'export const now = () => new Date()'],
      ['clock', 'src/server/a.ts', 'const at = new Date(row.at) // not now()\nclock.now()'],
      ['unit', 'src/web/door/a.ts', "const label = '用人单位名称' // 单位"],
      ['role', 'src/domain/grants.ts', "const x = post.role === 'agent'"],
      ['role', 'src/web/desk/a.tsx', 'const x = <ul role="list">{role}</ul>'],
      ['address', 'src/web/kit/a.ts', "const ns = 'http://www.w3.org/2000/svg'"],
      ['test', 'src/domain/a.test.ts', "it.each([1])('x', () => {})"],
    ]
    for (const [topic, file, text] of good) {
      const report = checkWords(topic, [asText(sourceFile(file, text))])
      expect([file, show(report.findings)]).toEqual([file, []])
    }
    expect(
      checkWords('clock', [sqlText('db/a.sql', "-- now()\ncomment on column a.b is 'not now()';")]).findings,
    ).toEqual([])
  })
})
