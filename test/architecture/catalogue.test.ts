import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkCatalogues, checkPairs, englishOf, textsOf } from './catalogue.ts'
import { expectNone } from './expect-none.ts'
import { projectPaths, readText, root } from './source-file.ts'

async function read(file: string): Promise<Map<string, string>> {
  const value: unknown = /\.tsx?$/.test(file)
    ? { ...((await import(pathToFileURL(path.join(root, file)).href)) as object) }
    : parse(readText(file))
  // What a module is called in its own file (`zh`, `en`, `default`) is no key of the texts.
  const own = value as Record<string, unknown>
  const only = Object.keys(own).length === 1 ? Object.values(own)[0] : undefined
  return textsOf(/\.tsx?$/.test(file) && only !== undefined ? only : value)
}

it('has every text in Chinese and in English', async () => {
  const catalogues = projectPaths('src', 'rules').filter(
    (each) => /\.(ts|json|ya?ml)$/.test(each) && !/\.test\.ts$/.test(each) && englishOf(each) !== undefined,
  )
  let texts = 0
  for (const file of catalogues) {
    const chinese = await read(file)
    texts += chinese.size
    expectNone(checkCatalogues(file, chinese, await read(englishOf(file) ?? '')))
  }
  expect(catalogues.length).toBeGreaterThan(0)
  expect(texts).toBeGreaterThan(0)
})

it('has every text of the rules in both languages', () => {
  const reports = projectPaths('rules', 'stories')
    .filter((each) => /\.ya?ml$/.test(each))
    .map((each) => checkPairs(each, parse(readText(each))))
  expect(reports.reduce((sum, each) => sum + each.pairs, 0)).toBeGreaterThan(0)
  expectNone(reports.flatMap((each) => each.findings))
})

it('sees red', () => {
  const data = { list: [{ zh: '一', en: 'one' }, { zh: '二' }], title: { zh: '{n} 件', en: 'items' } }
  const report = checkPairs('rules/a.yaml', data)
  expect(report.pairs).toBe(3)
  expect(report.findings.map((each) => each.path)).toEqual(['rules/a.yaml list.1', 'rules/a.yaml title'])
  const chinese = textsOf({ a: { b: '你好，{name}', c: '' }, d: ['一', '二'], e: '只有中文' })
  const english = textsOf({ a: { b: 'Hello', c: 'x' }, d: ['one', 'two'], f: 'English only' })
  expect(checkCatalogues('zh.json', chinese, english).map((each) => each.what)).toEqual([
    'e has no English',
    'f has no Chinese',
    'a.c is empty',
    'a.b has other parameters in English',
  ])
  expect(checkCatalogues('zh.json', english, english)).toEqual([])
})

it('knows which file is the other language', () => {
  expect(englishOf('src/web/door/text/zh.ts')).toBe('src/web/door/text/en.ts')
  expect(englishOf('rules/text/zh/door.yaml')).toBe('rules/text/en/door.yaml')
  expect(englishOf('rules/letter.zh-CN.yaml')).toBe('rules/letter.en.yaml')
  expect(englishOf('src/server/zhagen.ts')).toBeUndefined()
})
