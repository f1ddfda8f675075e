import type { FileRules } from '../../domain/file/file-rules.ts'
import { audioFault, withoutTags } from './audio.ts'
import { detect, type Unfit } from './detect.ts'
import { pdfFault } from './pdf.ts'
import { redraw, viewType } from './photo.ts'

/** What came of looking through a file: its type and what is looked at, if that is another than the original. */
export type Inspected =
  | { readonly type: string; readonly view: { readonly type: string; readonly bytes: Buffer } | null }
  | { readonly unfit: Unfit }

/** Looks through a whole file. Its name and what the sender says of it are not asked. */
export async function inspect(file: Buffer, rules: FileRules): Promise<Inspected> {
  const found = await detect(file, rules)
  if (!found) return { unfit: 'type' }
  const { type, kind } = found
  if (isTwoThings(file, kind === 'paper')) return { unfit: 'unsafe' }
  if (kind === 'photo') {
    const drawn = await redraw(file, rules)
    return 'unfit' in drawn ? drawn : { type, view: { type: viewType, bytes: drawn.view } }
  }
  const unfit = kind === 'voice' ? audioFault(file, type) : pdfFault(file)
  if (unfit) return { unfit }
  const bare = kind === 'voice' ? withoutTags(file, type) : undefined
  return { type, view: bare ? { type, bytes: bare } : null }
}

/** A file that another reader takes for something else: an archive behind a picture, a page or a program within its head. */
function isTwoThings(file: Buffer, paper: boolean): boolean {
  if (file.subarray(-66_000).includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))) return true
  const head = file.toString('latin1', 0, 4096)
  if (/<(script|html|svg|\?php|!doctype html)/i.test(head)) return true
  return !paper && head.slice(0, 1024).includes('%PDF-')
}
