import { createReadStream } from 'node:fs'
import { access, constants, open } from 'node:fs/promises'
import { type ImportEncoding, ImportStopped, importText } from '../server/organisation/import-text.ts'
import { UsageError, type VerbContext, VerbFailure } from './verb.ts'

/** The option that says how a file of text is encoded. */
export const encodingOption = {
  encoding: { type: 'string', value: 'utf-8|gb18030', help: 'of the file; UTF-8 where it is not given' },
} as const

/** The encoding given by --encoding; undefined when none was. @throws UsageError */
export function encodingOf(context: VerbContext): ImportEncoding | undefined {
  const text = context.text('encoding')
  if (text === undefined || text === 'utf-8' || text === 'gb18030') return text
  throw new UsageError(`--encoding: ${text} is not utf-8 or gb18030`)
}

/**
 * The encoding an HTML page says it has, where that is one of GB 18030 or its forebears; undefined otherwise. As browsers do, in
 * its first 1,024 bytes.
 */
export async function declaredEncoding(file: string): Promise<ImportEncoding | undefined> {
  const handle = await open(file).catch(() => undefined)
  try {
    const { buffer, bytesRead } = (await handle?.read({ buffer: Buffer.alloc(1024) })) ?? { buffer: null, bytesRead: 0 }
    const head = buffer?.toString('latin1', 0, bytesRead) ?? ''
    return /<meta[^>]+charset\s*=\s*["']?\s*(?:gb2312|gbk|gb18030|gb_2312-80|x-gbk)\b/i.test(head)
      ? 'gb18030'
      : undefined
  } finally {
    await handle?.close()
  }
}

/**
 * The whole text of a file that is sent as one command.
 * @param most characters (UTF-16 units) after which it is refused, before the rest is read into memory
 * @throws VerbFailure in one line: cannot be read, is of another encoding, is too long
 */
export async function textOf(file: string, most: number, encoding: ImportEncoding | undefined): Promise<string> {
  await access(file, constants.R_OK).catch(() => {
    throw new VerbFailure(`cannot read ${file}`)
  })
  let text = ''
  try {
    for await (const piece of importText(createReadStream(file), encoding)) {
      text += piece
      if (text.length > most) throw new VerbFailure(`${file}: longer than ${most} characters; send it in parts`)
    }
  } catch (error) {
    if (error instanceof ImportStopped) throw new VerbFailure(`${file}: ${error.message}`)
    throw error
  }
  return text
}
