import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { expectNone } from './expect-none.ts'
import { checkPromises, promised } from './promises.ts'
import { readText, root } from './source-file.ts'

const read = (file: string) => (existsSync(path.join(root, file)) ? readText(file) : undefined)

it('names the test that holds each promise to a worker, and the promise as it stands on the page', () => {
  const { rows, held, findings } = checkPromises(readText('docs/promises.md'), promised(), read)
  expectNone(findings)
  expect(rows).toBe(promised().size)
  expect(held).toBeGreaterThan(50)
})

it('sees a sentence that changed, a test that went, and a promise without one', () => {
  const said = new Map([
    ['a.b', '不记您的手机。'],
    ['a.c', '谁也看不到。'],
  ])
  const row = (text: string, name: string) => `| \`a.b\` | ${text} | \`x.test.ts\` | ${name} |`
  const found = (table: string, file = 'test("keeps nothing")') =>
    checkPromises(table, said, (asked) => (asked === 'x.test.ts' ? file : undefined)).findings.map(({ what }) => what)
  expect(found(row('不记您的手机。', 'keeps nothing'))).toEqual(['names no test for a.c'])
  expect(found(row('不记手机。', 'keeps nothing'))[0]).toMatch(/^a\.b does not say/)
  expect(found(row('不记您的手机。', 'keeps little'))[0]).toMatch(/^a\.b is held by a test/)
  expect(found(row('不记您的手机。', 'keeps nothing').replace('x.test', 'y.test'))[0]).toMatch(/which is not there/)
})
