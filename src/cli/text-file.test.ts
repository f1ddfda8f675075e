import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { declaredEncoding, textOf } from './text-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-text-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, head: string) => {
  const at = path.join(folder, name)
  // 2012年, as GBK writes it.
  writeFileSync(at, Buffer.concat([Buffer.from(head), Buffer.from('2012'), Buffer.from([0xc4, 0xea])]))
  return at
}

test('an old page is read in the encoding it says it has', async () => {
  for (const head of [
    '<meta charset="gbk">',
    '<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=gb2312">',
    "<meta charset='GB18030'>",
  ]) {
    const at = file('old.html', head)
    const encoding = await declaredEncoding(at)
    expect(encoding, head).toBe('gb18030')
    expect(await textOf(at, 1000, encoding)).toBe(`${head}2012年`)
  }
})

test('a page that says nothing, or something else, is UTF-8 or refused in one line', async () => {
  expect(await declaredEncoding(file('new.html', '<meta charset="utf-8">'))).toBeUndefined()
  expect(await declaredEncoding(file('none.html', '<p>charset=gbk</p>'))).toBeUndefined()
  expect(await declaredEncoding(path.join(folder, 'is-not-there.html'))).toBeUndefined()
  await expect(textOf(file('wrong.html', '<p>'), 1000, undefined)).rejects.toThrow('wrong.html')
})
