import { expect, test } from 'vitest'
import { wordsOfBlock } from '../../domain/article/block.ts'
import { importMarkdown } from './import-markdown.ts'

// Files as they are met: each tells which of its characters a reader saw, and in which order.
const saw = (markdown: string) => importMarkdown(markdown).map(wordsOfBlock)
const kinds = (markdown: string) => importMarkdown(markdown).map(({ kind }) => kind)

test('a number before a point is text, for it may be the year a text begins with', () => {
  expect(saw('2012. 年初印发')).toEqual(['2012. 年初印发'])
  expect(saw('一、总则\n\n3. 三\n3. 又三\n\n1) 甲\n\n   甲续')).toEqual([
    '一、总则',
    '3. 三',
    '3. 又三',
    '1) 甲',
    '甲续',
  ])
  expect(saw('- 甲\n  1. # 题\n  2. > 丁\n\n     戊\n- [ ] 未\n7.')).toEqual([
    '甲',
    '1. 题',
    '2. 丁',
    '戊',
    '[ ] 未',
    '7.',
  ])
  expect(kinds('- 甲\n  1. 乙\n     > 丁\n- 己')).toEqual(['item', 'item', 'quote', 'item'])
})

test('marks beside Chinese signs are marks, and stars that are none stay', () => {
  expect(saw('**“甲”**乙，**甲：**3项，丙**《丁》**戊，*甲。*乙，𠮷**（甲）**𠮷')).toEqual([
    '“甲”乙，甲：3项，丙《丁》戊，甲。乙，𠮷（甲）𠮷',
  ])
  for (const plain of [
    '甲*、乙*',
    '\\*\\*“甲”\\*\\*乙',
    '2**(3)**4',
    '甲 * 乙 ** 丙',
    '甲_乙_丙',
    '**甲',
    '乙**“甲”',
  ]) {
    expect(saw(plain), plain).toEqual([plain.replaceAll('\\', '')])
  }
  expect(saw('***“甲”***乙 **甲*“乙”*丙**')).toEqual(['“甲”乙 甲“乙”丙'])
})

test('notes, and definitions nothing calls for, are text', () => {
  expect(saw('甲[^1]乙\n\n[^1]: 注\n')).toEqual(['甲[^1]乙', '[^1]: 注'])
  expect(saw('甲[^1]乙\n\n[^1]: 这是 注\n    续')).toEqual(['甲[^1]乙', '[^1]: 这是 注 续'])
  expect(saw('见[**注**]\n\n[注]: 见第三条\n[**注**]: 第四条')).toEqual([
    '见[注]',
    '[注]: 见第三条',
    '[**注**]: 第四条',
  ])
  expect(saw('[丁]: http://x.example "题"')).toEqual(['[丁]: http://x.example "题"'])
})

test('an address falls away, words that stand in its place do not', () => {
  const references = '[甲][a] ![乙][b] [丙][] [丁] [无][c]\n\n[a]: http://x\n[b]: 图/乙.png\n[丙]: <#三>\n[丁]: z'
  expect(saw(references)).toEqual(['甲 乙 丙 丁 [无][c]'])
  expect(saw('[甲](http://x "题") ![乙](图.png) [![丙](a)](b) <http://x> <a@b.example> [](c)')).toEqual([
    '甲 乙 丙 http://x a@b.example',
  ])
  expect(saw('总发[2012](三)号 ![图](略) [**甲**乙](丙) [](丁)')).toEqual([
    '总发[2012](三)号 ![图](略) [甲乙](丙) [](丁)',
  ])
})

test('tables, rules and what only other readers know stand as they are written', () => {
  expect(saw('| 甲 | 乙 |\n|:--|--:|\n| 丙 | 丁\\|戊 |')).toEqual(['| 甲 | 乙 | |:--|--:| | 丙 | 丁|戊 |'])
  expect(saw('甲\n\n***\n\n乙\n\n- - -\n~~丙~~ ==丁== # 戊 {#x}\n#己\n####### 庚')).toEqual([
    '甲',
    '乙',
    '~~丙~~ ==丁== # 戊 {#x} #己 ####### 庚',
  ])
  expect(saw('---\ntitle: 甲\n---\n\n乙')).toEqual(['title: 甲', '乙'])
})

test('ends of lines of every machine, a byte order mark, blanks at the end of a line', () => {
  const lines = ['甲  ', '乙\\', '丙', '', '# 丁', '', '- 戊', '  己', '', '> 庚', '辛', '', '\t壬', '\t癸', '']
  for (const end of ['\n', '\r\n', '\r']) {
    expect(saw(`\ufeff${lines.join(end)}`)).toEqual(['甲\n乙\n丙', '丁', '戊 己', '庚 辛', '壬\n癸'])
  }
  expect(saw('\ufeff\ufeff# 甲\ufeff乙')).toEqual(['甲\ufeff乙'])
  expect(saw('\ufeff2012. 年')).toEqual(['2012. 年'])
})

test('headings with a line under them, escapes, entities, code', () => {
  expect(importMarkdown('甲\n===\n乙\n丙\n---\n丁')).toEqual([
    { kind: 'heading', text: '甲' },
    { kind: 'heading', text: '乙 丙' },
    { kind: 'paragraph', text: '丁' },
  ])
  expect(saw('\\*甲\\* \\\\ \\# \\乙 \\')).toEqual(['*甲* \\ # \\乙 \\'])
  expect(saw('&amp; &lt;b&gt; 甲&#x4e59;&hearts;&unknown; &copy 丙&nbsp;丁')).toEqual([
    '& <b> 甲乙♥&unknown; &copy 丙\u00a0丁',
  ])
  expect(saw('```js\nif (a < b) 甲\n\n*乙*\n```\n\n``` 注意 一\n丙\n```\n\n`` `丁` ``')).toEqual([
    'if (a < b) 甲\n\n*乙*',
    '注意 一\n丙',
    '`丁`',
  ])
})

test('HTML within it, whole, cut in pieces, or none', () => {
  expect(saw('<table>\n<tr><td>甲</td>\n\n<td>乙</td></tr>\n</table>\n\n</td>丙</div>')).toEqual(['甲', '乙', '丙'])
  expect(saw('<details><summary>甲</summary>\n\n**乙**\n\n</details>\n丙')).toEqual(['甲', '乙', '丙'])
  expect(saw('<frameset>甲</frameset>\n\n<body>\n乙\n\n<tr>丙')).toEqual(['甲', '乙', '丙'])
  expect(saw('甲<!-- 注 --><br>乙<img alt="丙" src=x><b>丁</i> a < b，<戊> <x y')).toEqual([
    '甲\n乙丙丁 a < b，<戊> <x y',
  ])
  expect(saw('<script>\nno()\n</script>\n\n甲\n\n<title>题</title>\n<style>no</style>')).toEqual(['甲'])
})

test('however deep it lies, and however long a line is', () => {
  for (const opened of ['>', '[', '*a ', '_', '<b>', '<div>', '(<', '![', '&'].map((mark) => mark.repeat(4000))) {
    expect(saw(`${opened}甲`).join('').endsWith('甲'), opened.slice(0, 6)).toBe(true)
  }
  expect(saw(`${'- '.repeat(500)}甲`)).toEqual(['甲'])
  const line = `2012年${'面对面、心贴心。'.repeat(43_000)}完`
  expect(Buffer.byteLength(line)).toBeGreaterThan(1_000_000)
  expect(saw(line).join('')).toBe(line)
})
