import { realmOfId } from '../../domain/id.ts'
import type { Outcome } from '../../protocol/command.ts'
import { openPart } from '../vault/content.ts'
import { Looked } from '../vault/looked.ts'
import type { CommandContext } from './context.ts'

/**
 * The values an accepted `content.open` opened, by content id. Read after the commit: the read record stands before
 * anybody sees a word. Undefined when the command was refused.
 */
export async function openedBy(
  context: CommandContext,
  asked: { demand: string; part: 'identity' | 'text' },
  outcome: Outcome,
): Promise<Record<string, string> | undefined> {
  if (!('accepted' in outcome)) return undefined
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
