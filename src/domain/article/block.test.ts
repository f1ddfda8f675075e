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
  const known = { checkWords: ['石榴'], employers: ['锦河纺织有限公司'], assisted: true }
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
