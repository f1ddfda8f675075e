import { type Id, type Realm, realmOfId } from '../../../domain/id.ts'
import type { CommandBody, CommandKind, Outcome } from '../../../protocol/command.ts'
import { newId } from './new-id.ts'
import { Problem, request, Unreachable } from './request.ts'

/** One try to get a command accepted. Its id and what it is based on stay the same however often it is sent. */
export interface Attempt {
  readonly id: Id
  readonly basedOn: number | undefined
}

/** What became of a sending. `unsent`: not known whether it arrived; send the same attempt again. */
export type Sent =
  | { readonly is: 'accepted'; readonly result: Readonly<Record<string, unknown>>; readonly opened: Opened }
  | { readonly is: 'refused'; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
  | {
      readonly is: 'fault'
      readonly code: string
      readonly field: string | null
      readonly params: Readonly<Record<string, string | number>>
    }
  | { readonly is: 'unsent'; readonly why: 'network' | 'server' }
  | { readonly is: 'signed-out' }

/** Opened content by content id. */
export type Opened = Readonly<Record<string, string>>

export function startAttempt(realm: Realm, basedOn?: number): Attempt {
  return { id: newId(realm), basedOn }
}

/** Whether the attempt still fits a stream of this realm. */
export function fits(attempt: Attempt, realm: Realm): boolean {
  return realmOfId(attempt.id) === realm
}

export async function send<K extends CommandKind>(kind: K, attempt: Attempt, body: CommandBody<K>): Promise<Sent> {
  const { id, basedOn } = attempt
  try {
    const answer = await request(
      'POST',
      `/api/command/${kind}`,
      basedOn === undefined ? { id, body } : { id, basedOn, body },
    )
    const outcome = answer as Outcome & { readonly opened?: Opened }
    if ('refused' in outcome) return { is: 'refused', ...outcome.refused }
    return { is: 'accepted', result: outcome.accepted, opened: outcome.opened ?? {} }
  } catch (error) {
    if (error instanceof Unreachable) return { is: 'unsent', why: error.why }
    if (!(error instanceof Problem)) throw error
    if (error.status === 401) return { is: 'signed-out' }
    return { is: 'fault', code: error.code, field: error.field, params: error.params }
  }
}
