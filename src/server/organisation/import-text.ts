/** Why a file cannot be read on; one line that names the place and says what to do. Whole batches before it stay. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped'
}

export type ImportEncoding = 'utf-8' | 'gb18030'

const SNIFFED_BYTES = 65_536

/**
 * The text of a file in constant memory. Without an encoding UTF-8 is expected; what is not UTF-8 is never guessed at,
 * because a wrong guess writes wrong names: the person is told what the file looks like and how to say so.
 */
export async function* importText(stream: AsyncIterable<Buffer>, encoding?: ImportEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding ?? 'utf-8', { fatal: true })
  let line = 1
  let first = true
  for await (const chunk of atLeast(stream, SNIFFED_BYTES)) {
    if (first) mustLookLike(chunk, encoding)
    first = false
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      throw new ImportStopped(
        `after line ${line}: bytes that are not ${encoding ?? 'utf-8'}; nothing from there on was read`,
      )
    }
    line += text.split('\n').length - 1
    yield text
  }
  try {
    yield decoder.decode()
  } catch {
    throw new ImportStopped(`line ${line}: the file ends in the middle of a character`)
  }
}

// The first piece is long enough to tell an encoding by; the others come as they come.
async function* atLeast(stream: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let held: Buffer[] | null = []
  let size = 0
  for await (const chunk of stream) {
    if (held === null) {
      yield chunk
      continue
    }
    held.push(chunk)
    size += chunk.length
    if (size < bytes) continue
    yield Buffer.concat(held)
    held = null
  }
  if (held !== null) yield Buffer.concat(held)
}

function mustLookLike(head: Buffer, encoding: ImportEncoding | undefined): void {
  if (head.length === 0) throw new ImportStopped('the file is empty')
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    throw new ImportStopped('the file is UTF-16 (“Unicode text”): save it as “CSV UTF-8”')
  }
  if (encoding !== undefined || decodes(head, 'utf-8')) return
  if (decodes(head, 'gb18030')) {
    throw new ImportStopped(
      'the file is not UTF-8; it reads as GB18030: run again with --encoding gb18030, or save it as “CSV UTF-8”',
    )
  }
  throw new ImportStopped('the file is neither UTF-8 nor GB18030: save it as “CSV UTF-8”')
}

function decodes(head: Buffer, encoding: ImportEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
