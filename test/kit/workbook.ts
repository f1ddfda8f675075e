import { type Cell, type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'

type Formula = { readonly formula: string }
const isFormula = (value: unknown): value is Formula =>
  typeof value === 'object' && value !== null && 'formula' in value
const bold = { font: { bold: true } }

type Rows = readonly (readonly (CellValue | Formula)[])[]

/** A workbook as an office sends one: a first row over the header in bold, and another sheet behind. */
export async function workbook(
  rows: Rows,
  behind: readonly (readonly CellValue[])[] = [['逐级上报']],
): Promise<Buffer> {
  const cells = new Map<string, Partial<Cell>>()
  for (const [at, row] of rows.entries())
    for (const [column, value] of row.entries()) {
      if (isFormula(value)) cells.set(`${at},${column}`, { value: null, type: 'formula', formula: value.formula })
      else if (at < 2 && value !== null) cells.set(`${at},${column}`, { value, type: 'string', style: bold })
    }
  const filled = rows.map((row) => row.map((value) => (isFormula(value) ? null : value)))
  return Buffer.from(
    await writeXlsx({
      sheets: [
        { name: '统计表', rows: filled, cells },
        { name: '说明', rows: behind.map((row) => [...row]) },
      ],
    }),
  )
}

/** What a workbook shows, sheet by sheet, and whether its first cell is still bold. */
export async function shown(file: Buffer) {
  const book = await readXlsx(file, { readStyles: true })
  return {
    rows: book.sheets[0]?.rows ?? [],
    names: book.sheets.map(({ name }) => name),
    bold: book.sheets[0]?.cells?.get('0,0')?.style?.font?.bold === true,
  }
}

const crcTable = Array.from({ length: 256 }, (_, n) =>
  Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
)

/** A zip of deflated parts, as an attacker packs one: what each says of its own size is a lie. */
export async function zipOf(parts: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const { deflateRawSync } = await import('node:zlib')
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, plain] of Object.entries(parts)) {
    const packed = deflateRawSync(plain)
    const crc = plain.reduce((c, byte) => (crcTable[(c ^ byte) & 0xff] as number) ^ (c >>> 8), -1) ^ -1
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeInt32LE(crc | 0, 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(100, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeInt32LE(crc | 0, 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(100, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    locals.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, list, end])
}
