import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, wordsOfBlock } from '../../domain/article/block.ts'
import { longText } from '../../protocol/shape.ts'
import { importHtml } from './import-html.ts'
import { importMarkdown } from './import-markdown.ts'

const white = /[ \t\n\f\r]+/g
const wordsOf = (blocks: readonly Block[]) => blocks.map(wordsOfBlock).join('').replace(white, '')
// What no document can hold: control characters, half characters, and what HTML reads as something else.
const sign = fc
  .oneof(
    fc.constantFrom(
      '2012年',
      '𠮷',
      '👷‍♀️',
      '　',
      '“',
      '#',
      '*',
      '_',
      '<',
      '>',
      '&',
      '`',
      '[',
      '1.',
      '-',
      '|',
      '\\',
      ' ',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
  )
  .map((text) =>
    text.replace(
      /[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/gu,
      '字',
    ),
  )
const text = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join(''))

const escapeHtml = (plain: string) => plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
type Made = { readonly html: string; readonly words: string }
const tree: fc.Arbitrary<Made> = fc.letrec<{ node: Made; leaf: Made }>((tie) => ({
  leaf: text.map((plain) => ({ html: escapeHtml(plain), words: plain })),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(
        fc.constantFrom('div', 'section', 'b', 'span', 'blockquote', 'ul', 'em', 'article', 'font'),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.constantFrom('', '<br>', '<!-- no text -->', '<script>no()</script>', '\n  '),
      )
      .map(([name, all, between]) => ({
        html: `<${name}>${all.map(({ html }) => html).join(between)}</${name}>`,
        words: all.map(({ words }) => words).join(''),
      })),
  ),
})).node

test('the text of any HTML goes in and comes out, every character of it, the first one too', () => {
  fc.assert(
    fc.property(tree, ({ html, words }) => {
      expect(wordsOf(importHtml(html))).toBe(words.replace(white, ''))
      expect(wordsOf(importHtml(`<!doctype html><html><head><title>题</title></head><body>${html}`))).toBe(
        words.replace(white, ''),
      )
    }),
    { numRuns: 400 },
  )
})

const escapeMarkdown = (plain: string) => plain.replace(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`)
const shapes: readonly ((text: string) => string)[] = [
  (line) => line,
  (line) => `# ${line}`,
  (line) => `> ${line}`,
  (line) => `- ${line}`,
  (line) => `**${line}**`,
]

test('the text of any Markdown goes in and comes out', () => {
  const line = text.map((plain) => `字${plain.replace(white, '')}字`)
  fc.assert(
    fc.property(fc.array(fc.tuple(line, fc.constantFrom(...shapes)), { minLength: 1, maxLength: 8 }), (lines) => {
      const markdown = lines.map(([plain, shape]) => shape(escapeMarkdown(plain))).join('\n\n')
      expect(wordsOf(importMarkdown(markdown))).toBe(lines.map(([plain]) => plain).join(''))
    }),
    { numRuns: 400 },
  )
})

test('the first character is there: the page we were given had lost it', () => {
  expect(importHtml('<p>2012年1月7日，意见印发。</p>')).toEqual([
    { kind: 'paragraph', text: '2012年1月7日，意见印发。' },
  ])
  expect(importMarkdown('2012年1月7日，意见印发。')).toEqual([{ kind: 'paragraph', text: '2012年1月7日，意见印发。' }])
  // Without an escape this would be the beginning of a list.
  expect(wordsOf(importMarkdown('2012\\. 年'))).toBe('2012.年')
  expect(importMarkdown('\uFEFF# 扎根')).toEqual([{ kind: 'heading', text: '扎根' }])
})

test('what the parts are is kept', () => {
  expect(
    importHtml(
      '<h2>题</h2>散的<p>一<br>行<b>粗</b></p><ul><li>甲</li><li><p>乙</p></li></ul><blockquote>他说</blockquote>',
    ),
  ).toEqual([
    { kind: 'heading', text: '题' },
    { kind: 'paragraph', text: '散的' },
    { kind: 'paragraph', text: '一\n行粗' },
    { kind: 'item', text: '甲' },
    { kind: 'item', text: '乙' },
    { kind: 'quote', text: '他说' },
  ])
  expect(
    importMarkdown('## 题\n\n一行  \n又一行\n\n- 甲\n- 乙\n\n> 他说\n\n<div>夹着的</div>\n\n有<b>粗</b>字'),
  ).toEqual([
    { kind: 'heading', text: '题' },
    { kind: 'paragraph', text: '一行\n又一行' },
    { kind: 'item', text: '甲' },
    { kind: 'item', text: '乙' },
    { kind: 'quote', text: '他说' },
    { kind: 'paragraph', text: '夹着的' },
    { kind: 'paragraph', text: '有粗字' },
  ])
})

test('a text longer than a block goes on in the next, and no character is cut in two', () => {
  const long = `字${'𠮷'.repeat(longText)}`
  const blocks = importHtml(`<p>${long}</p>`)
  expect(blocks.length).toBeGreaterThan(1)
  expect(blocks.every((block) => wordsOfBlock(block).isWellFormed() && wordsOfBlock(block).length <= longText)).toBe(
    true,
  )
  expect(wordsOf(blocks)).toBe(long)
})
