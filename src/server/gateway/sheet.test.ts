import { describe, expect, test } from 'vitest'
import { shown, workbook, zipOf } from '../../../test/kit/workbook.ts'
import { fillTable, readTable } from './sheet.ts'

const root = 'worksheet'
const xml = (cells: string) =>
  Buffer.from(
    `<${root} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></${root}>`,
  )
const types = { '[Content_Types].xml': Buffer.from('<Types/>') }
const sheet = 'xl/worksheets/sheet1.xml'
/** 工会,诉求 and a line below, in GB18030. */
const gb = Buffer.from('b9a4bbe12ccbdfc7f30d0abdadcde52c0d0a', 'hex')

describe('reading a table', () => {
  test('takes a workbook by its first bytes', async () => {
    const file = await workbook([['表'], ['工会', '听到的诉求'], ['江湾区总工会', null]])
    expect(await readTable(file)).toMatchObject({
      kind: 'xlsx',
      rows: [
        ['表', ''],
        ['工会', '听到的诉求'],
        ['江湾区总工会', ''],
      ],
    })
  })
  test.each([
    ['UTF-8', Buffer.from('工会,诉求\n江湾,\n')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF工会,诉求\n江湾,\n')],
    ['UTF-16', Buffer.from('\uFEFF工会\t诉求\n江湾\t\n', 'utf16le')],
    ['GB18030', gb],
  ])('takes plain text in %s', async (_, file) => {
    expect(await readTable(file)).toEqual({
      kind: 'csv',
      rows: [
        ['工会', '诉求'],
        ['江湾', ''],
      ],
    })
  })
  test('finds the sheet with the table behind a cover', async () => {
    const file = await workbook(
      [['请各区填报'], ['联系人']],
      [
        ['工会', '诉求', '走访'],
        ['江湾', null, null],
      ],
    )
    expect(await readTable(file)).toMatchObject({
      rows: [
        ['工会', '诉求', '走访'],
        ['江湾', '', ''],
      ],
    })
    const filled = await fillTable(file, 'xlsx', [{ row: 1, column: 1, value: 7 }])
    expect(await readTable(filled)).toMatchObject({
      rows: [
        ['工会', '诉求', '走访'],
        ['江湾', '7', ''],
      ],
    })
  })
  test.each([
    [
      'a web page that calls itself XLS',
      Buffer.from('<html><table><tr><td>工会</td><td>诉求</td></tr></table></html>'),
    ],
    ['an XML table of 2003', Buffer.from('<?xml version="1.0"?>\n<Workbook><Worksheet/></Workbook>')],
    ['an XLS of 97', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048, 1)])],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj, << >>')],
    ['a letter', Buffer.from('各区总工会\n请于周五前上报\n')],
  ])('is not for %s', async (_, file) => {
    expect(await readTable(file)).toEqual({ fault: 'unreadable' })
  })
  test('takes semicolons, a line that says so, and quoted line breaks', async () => {
    const text = 'sep=;\r\n工会;"听到的\n诉求"\r\n江湾;\r\n'
    expect(await readTable(Buffer.from(text))).toMatchObject({
      rows: [
        ['sep=', ''],
        ['工会', '听到的\n诉求'],
        ['江湾', ''],
      ],
    })
  })
  test('is not for pictures, halves of files and nothing at all', async () => {
    const half = (await workbook([['表']])).subarray(0, 400)
    for (const file of [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), half, Buffer.from('PK\u0003\u0004')])
      expect(await readTable(file)).toEqual({ fault: 'unreadable' })
  })
})

describe('a file made to harm', () => {
  test('a part that inflates without end is cut off, whatever it says of its size', async () => {
    const bomb = await zipOf({ ...types, [sheet]: Buffer.alloc(40 * 1024 * 1024, 32) })
    expect(bomb.length).toBeLessThan(100_000)
    const before = process.memoryUsage().rss
    expect(await readTable(bomb)).toEqual({ fault: 'too-large' })
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024)
  })
  test('many parts share one budget', async () => {
    const parts = Array.from({ length: 5 }, (_, n) => [`xl/media/${n}`, Buffer.alloc(6 * 1024 * 1024)] as const)
    expect(await readTable(await zipOf({ ...types, ...Object.fromEntries(parts) }))).toEqual({ fault: 'too-large' })
  })
  test('two far corners are no table, and neither are 100,000 columns', async () => {
    for (const cells of [
      '<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      '<row r="1"><c r="EZZZ1"><v>1</v></c></row>',
      `<row>${'<c/>'.repeat(250_000)}</row>`,
    ])
      expect(await readTable(await zipOf({ ...types, [sheet]: xml(cells) }))).toEqual({ fault: 'too-large' })
    expect(await readTable(Buffer.from(`${','.repeat(100_000)}\n`))).toEqual({ fault: 'too-large' })
    expect(await readTable(Buffer.from('a\n'.repeat(5001)))).toEqual({ fault: 'too-large' })
  })
  test('programs and ways to other files are not taken in', async () => {
    for (const name of ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', 'xl/embeddings/oleObject1.bin'])
      expect(await readTable(await zipOf({ ...types, [name]: Buffer.from('x') }))).toEqual({ fault: 'unsafe' })
  })
})

describe('filling a table', () => {
  test('writes the cells and leaves everything else of a workbook as it is', async () => {
    const file = await workbook([['表'], ['工会', '诉求', '合计'], ['江湾', null, null]])
    const filled = await fillTable(file, 'xlsx', [
      { row: 2, column: 1, value: 12 },
      { row: 2, column: 2, value: '不掌握' },
    ])
    expect(await shown(filled)).toEqual({
      rows: [
        ['表', null, null],
        ['工会', '诉求', '合计'],
        ['江湾', 12, '不掌握'],
      ],
      names: ['统计表', '说明'],
      bold: true,
    })
  })
  test('a formula of the office stays one, and is read as it is written', async () => {
    const file = await workbook([['表'], ['工会', '诉求'], ['江湾', null], ['合计', { formula: 'SUM(B3:B3)' }]])
    expect(await readTable(file)).toMatchObject({
      rows: [
        ['表', ''],
        ['工会', '诉求'],
        ['江湾', ''],
        ['合计', '=SUM(B3:B3)'],
      ],
    })
    const filled = await fillTable(file, 'xlsx', [{ row: 2, column: 1, value: 12 }])
    expect(await readTable(filled)).toMatchObject({
      rows: [
        ['表', ''],
        ['工会', '诉求'],
        ['江湾', '12'],
        ['合计', '=SUM(B3:B3)'],
      ],
    })
  })
  test('of plain text nothing is a formula any more, and numbers stay numbers', async () => {
    const text = "工会,诉求,差\n=cmd|' /C calc'!A0,,-5\n+1+1,,+3.5%\n@SUM(A1),,\n＝1+1,,\n"
    const filled = await fillTable(Buffer.from(text), 'csv', [{ row: 1, column: 1, value: 7 }])
    expect(filled.toString('utf8').split('\r\n')).toEqual([
      '\uFEFF工会,诉求,差',
      "'=cmd|' /C calc'!A0,7,-5",
      "'+1+1,,+3.5%",
      "'@SUM(A1),,",
      "'＝1+1,,",
      '',
    ])
  })
  test('a row that was not there yet is written', async () => {
    const text = Buffer.from('工会,诉求\n')
    const at = [{ row: 1, column: 1, value: 7 }]
    expect((await fillTable(text, 'csv', at)).toString('utf8')).toBe('\uFEFF工会,诉求\r\n,7\r\n')
    const book = await workbook([['表'], ['工会', '诉求', '走访']])
    const filled = await fillTable(book, 'xlsx', [{ row: 2, column: 1, value: 7 }])
    expect((await shown(filled)).rows[2]?.[1]).toBe(7)
  })
  test('quotes what holds a comma, and answers what came in GB18030 so that it can be read', async () => {
    const filled = await fillTable(gb, 'csv', [{ row: 1, column: 1, value: 'a,"b"' }])
    expect(filled.toString('utf8')).toBe('\uFEFF工会,诉求\r\n江湾,"a,""b"""\r\n')
  })
})
