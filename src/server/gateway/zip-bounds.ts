import { inflateRawSync } from 'node:zlib'

/** What a workbook may hold at most, opened. A table somebody fills has some hundred cells. */
const most = { entries: 400, bytes: 24 * 1024 * 1024, rows: 5000, columns: 300, cells: 200_000 }

/** Why a file is not taken. `unsafe`: it holds macros or reaches for other files; `too-large`: more than a table needs. */
export type SheetFault = 'unreadable' | 'too-large' | 'unsafe'

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * Looks through a zipped workbook before any library opens it, and inflates each part against one budget: what a part says
 * of its own size is not believed. Null when it is within bounds.
 */
export function boundsFault(file: Buffer): SheetFault | null {
  try {
    let left = most.bytes
    const names: string[] = []
    for (const { name, packed, method } of partsOf(file)) {
      names.push(name)
      if (names.length > most.entries) return 'too-large'
      if (/vbaProject|externalLink|activeX|embeddings\/|customData/i.test(name)) return 'unsafe'
      const plain = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
      left -= plain.length
      if (left < 0) return 'too-large'
      if (/\bworksheets.[^/]+\.xml$/i.test(name) && tooWide(plain.toString('utf8'))) return 'too-large'
    }
    return names.includes('[Content_Types].xml') ? null : 'unreadable'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable'
  }
}

type ZipPart = { readonly name: string; readonly packed: Buffer; readonly method: number }

/** By the directory at the end, as every reader of workbooks goes. */
function* partsOf(file: Buffer): Generator<ZipPart> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || file.readUInt32LE(end) !== END) throw new Error('no directory')
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new Error('broken directory')
    const [method, size, nameLength] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
    ]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const local = file.readUInt32LE(at + 42)
    if (file.readUInt32LE(local) !== LOCAL || ![0, 8].includes(method)) throw new Error('broken part')
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    if (from + size > file.length) throw new Error('broken part')
    yield { name, packed: file.subarray(from, from + size), method }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
}

/** A reader makes a full rectangle of what lies between two far corners: two cells would fill the memory. */
function tooWide(xml: string): boolean {
  if ((xml.match(/<(?:\w+:)?c[\s/>]/g)?.length ?? 0) > most.cells) return true
  if ((xml.match(/<(?:\w+:)?row[\s/>]/g)?.length ?? 0) > most.rows) return true
  for (const [, letters = '', row = ''] of xml.matchAll(/\sr\s*=\s*["']([A-Z]{0,8})(\d{1,12})["']/g))
    if (Number(row) > most.rows || columnOf(letters) > most.columns) return true
  return false
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The same bounds for rows that were read from plain text. */
export function tooManyCells(rows: readonly (readonly unknown[])[]): boolean {
  return (
    rows.length > most.rows ||
    rows.some((row) => row.length > most.columns) ||
    rows.reduce((n, row) => n + row.length, 0) > most.cells
  )
}
