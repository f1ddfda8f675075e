import type { Pool } from 'pg'
import { dialledPhone } from '../../domain/phone.ts'
import { openPart } from '../vault/content.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'

/** What opening a worker's number needs. */
export type PhoneOpening = { readonly writer: Pool; readonly subjectKeys: SubjectKeys }

/**
 * The number a worker left, opened in memory for one notice and kept nowhere; null where there is none, none that takes a
 * text, or it was erased. The system opens it for nobody to see, so no read record is written: the log `sent` says it.
 */
export async function workerPhone(
  { writer, subjectKeys }: PhoneOpening,
  realm: number,
  demand: string,
): Promise<string | null> {
  const client = await writer.connect()
  try {
    const opened = await openPart(client, subjectKeys, realm, demand, 'identity', 'machine')
    const phones = [...opened.values()].flatMap(({ kind, value }) => (kind === 'identity' ? phoneOf(value) : []))
    return phones.at(-1) ?? null
  } finally {
    client.release()
  }
}

function phoneOf(identity: string): readonly string[] {
  const value: unknown = JSON.parse(identity)
  const phone = typeof value === 'object' && value !== null && 'phone' in value ? String(value.phone) : ''
  const dialled = dialledPhone(phone)
  return dialled === undefined ? [] : [dialled]
}
