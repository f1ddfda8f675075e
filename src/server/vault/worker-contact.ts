import type { Pool } from 'pg'
import { type ContactWishes, wishesOf } from '../../domain/contact-wishes.ts'
import { dialledPhone } from '../../domain/phone.ts'
import { openPart } from './content.ts'
import type { SubjectKeys } from './subject-keys.ts'

/** What opening a worker's number needs. */
export type PhoneOpening = { readonly writer: Pool; readonly subjectKeys: SubjectKeys }

/**
 * The number a worker left and how it is safe to use it, opened in memory for one notice and kept nowhere; no number where
 * there is none, none that takes a text, or it was erased. The system opens it for nobody to see, so no read record is
 * written: the log `sent` says it. Whoever corrected what they left replaced all of it: the last counts.
 */
export async function workerContact(
  { writer, subjectKeys }: PhoneOpening,
  realm: number,
  demand: string,
): Promise<{ readonly phone: string | null; readonly wishes: ContactWishes | null }> {
  const client = await writer.connect()
  try {
    const opened = await openPart(client, subjectKeys, realm, demand, 'identity', 'machine')
    const last = [...opened.values()].findLast(({ kind }) => kind === 'identity')
    const value: unknown = last ? JSON.parse(last.value) : null
    const identity = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
    const phone = typeof identity.phone === 'string' ? identity.phone : ''
    return { phone: dialledPhone(phone) ?? null, wishes: wishesOf(identity) }
  } finally {
    client.release()
  }
}
