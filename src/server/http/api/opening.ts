import type { Actor } from '../../../domain/actor.ts'
import { lookAs } from '../../command/look.ts'
import type { ServerContext } from '../../context.ts'

/** What a view of sealed words reads with: rows under the asker's reach, and the vault, which opens after a read record. */
export function openingAs(context: ServerContext, actor: Extract<Actor, { kind: 'staff' }>) {
  const { db, command } = context
  return { reader: db.reader, writer: db.writer, subjectKeys: command.subjectKeys, look: lookAs(context, actor) }
}
