import { realmOfId } from '../../domain/id.ts'
import type { Outcome } from '../../protocol/command.ts'
import { openPart } from '../vault/content.ts'
import { openFile } from '../vault/file-keys.ts'
import { Looked } from '../vault/looked.ts'
import type { CommandContext } from './context.ts'

/**
 * The values an accepted `content.open` opened, by content id. Read after the commit: the read record stands before
 * anybody sees a word. Undefined when the command was refused.
 */
export async function openedBy(
  context: CommandContext,
  asked: { demand: string; part: 'identity' | 'text'; file?: string | undefined },
  outcome: Outcome,
): Promise<Record<string, string> | undefined> {
  if (!('accepted' in outcome)) return undefined
  // A file has its own address; opening it opens no sentence.
  if (asked.file !== undefined) return {}
  const client = await context.writer.connect()
  try {
    const { demand, part } = asked
    const by = new Looked(demand, part)
    const opened = await openPart(client, context.subjectKeys, realmOfId(demand), demand, part, by)
    return Object.fromEntries([...opened].map(([id, { value }]) => [id, value]))
  } finally {
    client.release()
  }
}

/** What is looked at of the file an accepted `content.open` named; undefined when it was refused, or erased since. */
export async function openedFile(
  context: CommandContext,
  asked: { demand: string; part: 'identity' | 'text'; file: string },
  outcome: Outcome,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  if (!('accepted' in outcome)) return undefined
  const client = await context.writer.connect()
  try {
    const { demand, part, file } = asked
    const of = { realm: realmOfId(demand), subject: demand, part, file }
    return await openFile(client, context.subjectKeys, of, new Looked(demand, part))
  } finally {
    client.release()
  }
}
