import type { Pool } from 'pg'
import { realmOfId } from '../../../domain/id.ts'
import { openPart } from '../../vault/content.ts'
import type { Looked, Unrecorded } from '../../vault/looked.ts'
import type { SubjectKeys } from '../../vault/subject-keys.ts'

/** Opened texts by content id; what was erased is missing. */
export type Texts = ReadonlyMap<string, string>

/**
 * Opens the texts sealed under streams of the main line. Only of streams whose rows the asker has seen: who named a group or
 * wrote a note is told to those the paper is for. `subjects`: each with its read record, or why none is needed.
 */
export async function openedTexts(
  { writer, subjectKeys }: { readonly writer: Pool; readonly subjectKeys: SubjectKeys },
  subjects: ReadonlyMap<string, Looked | Unrecorded>,
): Promise<Texts> {
  const texts = new Map<string, string>()
  if (subjects.size === 0) return texts
  const client = await writer.connect()
  try {
    for (const [subject, by] of subjects) {
      const opened = await openPart(client, subjectKeys, realmOfId(subject), subject, 'text', by)
      for (const [id, { value }] of opened) texts.set(id, value)
    }
    return texts
  } finally {
    client.release()
  }
}
