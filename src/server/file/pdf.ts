import { inflateSync } from 'node:zlib'
import type { Unfit } from './detect.ts'

/** What does something when a paper is opened, or brings another file along. */
const acts =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Movie|Sound|3D)(?![A-Za-z0-9])/
/** Bytes all packed parts of a paper may unfold to. */
const mostUnpacked = 128 * 1024 * 1024

/**
 * Why a paper is not taken. Names may be spelt with #xx, and stand in packed object streams: both are undone before the
 * search. What is encrypted cannot be looked through and is not taken.
 */
export function pdfFault(file: Buffer): Unfit | null {
  const text = file.toString('latin1')
  if (!text.startsWith('%PDF-') || !text.includes('%%EOF')) return 'broken'
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plainNames(text))) return 'unsafe'
  // Pictures are megabytes in which anything may stand by chance: only what is no stream is searched, and object streams.
  const { outside, streams } = apart(text)
  if (acts.test(plainNames(outside))) return 'unsafe'
  let left = mostUnpacked
  for (const { head, body } of streams) {
    const said = plainNames(head)
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(said)) continue
    // Another filter than the one everybody writes hides its names from us.
    if (/\/Filter/.test(said) && !/\/Filter\s*(\[\s*)?\/(FlateDecode|Fl)\s*\]?(?!\s*\/\w+Decode)/.test(said))
      return 'unsafe'
    const plain = unpacked(body, said, left)
    if (plain === undefined) return 'unsafe'
    left -= plain.length
    if (acts.test(plainNames(plain))) return 'unsafe'
  }
  return null
}

function plainNames(text: string): string {
  return text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function apart(text: string): { outside: string; streams: readonly { head: string; body: string }[] } {
  const streams: { head: string; body: string }[] = []
  let outside = ''
  let at = 0
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const begin = found.index + found[0].length
    if (found.index < at || text.slice(found.index - 3, found.index) === 'end') continue
    const end = text.indexOf('endstream', begin)
    const before = text.slice(at, found.index)
    outside += `${before}\n`
    streams.push({
      head: before.slice(before.lastIndexOf(' obj') + 1),
      body: text.slice(begin, end < 0 ? undefined : end),
    })
    at = end < 0 ? text.length : end
  }
  return { outside: outside + text.slice(at), streams }
}

function unpacked(body: string, head: string, most: number): string | undefined {
  if (!/\/Filter/.test(head)) return body
  try {
    return inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: Math.max(1, most), finishFlush: 2 }).toString(
      'latin1',
    )
  } catch {
    return undefined
  }
}
