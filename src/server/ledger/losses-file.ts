import { appendFileSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The end of a realm that a restore from an older backup lost, and that somebody accepted. Batches `from` to `to`. */
export type Loss = { readonly realm: number; readonly from: number; readonly to: number; readonly mac: string }
/** A loss as it was written down: when, and from which backup the rest came back. ISO 8601 UTC. */
export type RecordedLoss = Loss & { readonly at: string; readonly backupAt: string }

/** Writes down what was lost, beside the heads file, for good: `ledger verify` tells it every time. */
export function recordLosses(folder: string, losses: readonly RecordedLoss[]): void {
  appendFileSync(lossesPath(folder), losses.map((loss) => `${JSON.stringify(loss)}\n`).join(''), {
    mode: 0o600,
    flush: true,
  })
}

export function readLosses(folder: string): readonly RecordedLoss[] {
  let text: string
  try {
    text = readFileSync(lossesPath(folder), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return text.split('\n').flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line)] : []))
}

function lossesPath(folder: string): string {
  return path.join(folder, 'losses.log')
}
