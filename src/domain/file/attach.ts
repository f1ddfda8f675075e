import { accepted, type Decision, type Draft, refused } from '../decision.ts'
import type { DemandCommand } from '../demand/command.ts'
import type { DemandEvent } from '../demand/event.ts'
import type { DemandFacts } from '../demand/facts.ts'
import { isOpen } from '../demand/next.ts'
import type { DemandState } from '../demand/state.ts'
import { resumed, waitsForWorker } from '../order/pause.ts'
import type { FileKind } from './file-rules.ts'

/** A file that waits for its matter, looked through and opened with its sender's secret. */
export type WaitingFile = {
  readonly id: string
  readonly is: FileKind
  /** Media type of the original, told by its content. */
  readonly type: string
  readonly bytes: number
  /** Keyed hash of the original in base64; the key is the file's own. */
  readonly commitment: string
}

/** What a decider must know of the files that are named. */
export type FileFacts = {
  /** Null where one of them does not wait, or is another's. */
  readonly files: readonly WaitingFile[] | null
  /** How many stand at one matter. */
  readonly mostFiles: number
}

/** Which key seals it: a voice tells who speaks (domain §4 rules 1 and 25) and goes when the identity goes. */
export function partOf(is: FileKind): 'identity' | 'text' {
  return is === 'voice' ? 'identity' : 'text'
}

/**
 * The events by which files come to a matter, or why they do not. A voice is taken where the worker gave their name, and
 * nowhere else: there is nobody sworn who alone would listen to it (§4 rule 25).
 */
export function attaching(
  mode: DemandState['mode'],
  had: number,
  { files, mostFiles }: FileFacts,
): { readonly drafts: readonly Draft<DemandEvent>[] } | ReturnType<typeof refused> {
  if (files === null) return refused('file.gone')
  if (had + files.length > mostFiles) return refused('file.too-many', { most: mostFiles })
  if (mode !== 'named' && files.some(({ is }) => is === 'voice')) return refused('file.voice')
  const drafts = files.map(({ id, is, type, bytes, commitment }): Draft<DemandEvent> => {
    return { kind: 'FileAttached', body: { file: id, is, type, bytes, part: partOf(is), commitment } }
  })
  return { drafts }
}

/**
 * `file.attach`: the worker adds photos, papers or a voice note by receipt, as long as the matter is open. What a pause waited
 * for from the worker has come with them.
 */
export function attachFiles(
  state: DemandState,
  _command: Extract<DemandCommand, { kind: 'file.attach' }>,
  facts: DemandFacts & FileFacts,
): Decision<DemandEvent> {
  if (!isOpen(state)) return refused('demand.closed')
  const attached = attaching(state.mode, state.files.length, facts)
  if ('refused' in attached) return attached
  const runsOn = waitsForWorker(state) ? resumed(state, 'worker', facts.now, facts.times) : null
  return accepted<DemandEvent>(...attached.drafts, ...(runsOn ? [runsOn] : []))
}
