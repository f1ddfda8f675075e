import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, pagesOf, wordsOfBlock } from './block.ts'
import { findingsIn } from './findings.ts'

const block = fc.record({
  kind: fc.constantFrom('paragraph', 'heading', 'quote', 'item'),
  text: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
}) as fc.Arbitrary<Block>

test('pages in order are the article: nothing lost, nothing twice, none empty', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 60 }), fc.integer({ min: 1, max: 200 }), (blocks, most) => {
      const pages = pagesOf(blocks, most)
      expect(pages.flat()).toEqual(blocks)
      expect(pages.every((page) => page.length > 0)).toBe(true)
    }),
  )
})

test('a page ends with the block that fills it, and a heading stands with what it heads', () => {
  const of = (kind: 'paragraph' | 'heading', n: number): Block => ({ kind, text: '字'.repeat(n) })
  const blocks = [of('paragraph', 50), of('paragraph', 60), of('heading', 5), of('paragraph', 90)]
  expect(pagesOf(blocks, 115).map((page) => page.map((one) => wordsOfBlock(one).length))).toEqual([
    [50, 60],
    [5, 90],
  ])
  expect(pagesOf(blocks, 100).map((page) => page.length)).toEqual([2, 2])
  expect(pagesOf([], 100)).toEqual([])
})

test('what points to somebody is found in every block and in the title', () => {
  const known = { checkWords: ['石榴'], employers: ['锦河纺织有限公司'], assisted: true, mayName: false }
  const words = {
    title: '职工-7Q4K 的事',
    blocks: [
      { kind: 'paragraph', text: '电话13800138000，流水号SQ-990102-20260615-000001-4' },
      { kind: 'quote', text: '核对词石榴，锦河纺织有限公司的三名女职工' },
      { kind: 'item', text: '石榴熟了，二十三名职工来了' },
    ] as const,
  }
  const kinds = findingsIn(words, known).map(({ block: at, kind }) => `${at} ${kind}`)
  expect(kinds.filter((each) => !each.includes('demand-number'))).toEqual([
    '-1 pseudonym',
    '0 mobile',
    '1 check-word',
    '1 employer',
    '1 count',
    '-2 assisted-consent',
  ])
  expect(JSON.stringify(findingsIn(words, known))).not.toContain('13800138000')
})

test('what was tried to give somebody away past the check is found', () => {
  const known = { checkWords: [], employers: [], assisted: false, mayName: false }
  const kindsIn = (text: string) => {
    const words = { title: '扎根', blocks: [{ kind: 'paragraph' as const, text }] }
    return [...new Set(findingsIn(words, known).map(({ kind }) => kind))]
  }
  const tries: readonly (readonly [string, string])[] = [
    ['电话 １３８ ００１３ ８０００', 'mobile'],
    ['电话一三八零零一三八零零零', 'mobile'],
    ['138-0013-8000', 'mobile'],
    ['身份证990102 19900101 1237', 'id-number'],
    ['全厂唯一的女焊工', 'only-one'],
    ['车间里只有一名起重工', 'only-one'],
    ['３ 名 职工', 'count'],
    ['三人班组', 'count'],
    ['夜班只有两人', 'count'],
    ['才 4 个人', 'count'],
    ['林 桂 香说', 'person-name'],
    ['“林　桂香告诉记者”', 'person-name'],
    ['老林师傅', 'person-name'],
    ['职工林某某', 'person-name'],
  ]
  for (const [text, kind] of tries) expect(kindsIn(text), text).toContain(kind)
  for (const text of [
    '手里没有讲稿，只有一个本子',
    '唯一的办法',
    '三百二十名职工',
    '第一次见面',
    '工会的人到了纺织车间',
    '2012年1月7日',
  ])
    expect(kindsIn(text), text).toEqual([])
})

test('a name that was agreed to needs no answer where it is marked', () => {
  const words = {
    title: '扎根',
    blocks: [
      { kind: 'paragraph' as const, text: '林桂香说，拿到了。', person: true },
      { kind: 'paragraph' as const, text: '张大山说，也拿到了。' },
    ],
  }
  const at = (mayName: boolean) =>
    findingsIn(words, { checkWords: [], employers: [], assisted: false, mayName }).map(({ block }) => block)
  expect(at(false)).toEqual([0, 1])
  expect(at(true)).toEqual([1])
})
