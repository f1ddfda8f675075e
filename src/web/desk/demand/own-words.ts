import { useSyncExternalStore } from 'react'

/**
 * What this person just wrote, by demand and number of the event, in this window's memory alone: the writer reads it back
 * without opening anything, so no read record is made of one's own words.
 */
const words = new Map<string, string>()
const listeners = new Set<() => void>()

/** A command may make several events; the words belong to whichever of them carries a text. `after`: what the writer had seen. */
export function keepOwnWords(demand: string, after: number, last: number, text: string): void {
  for (let n = after + 1; n <= last; n += 1) words.set(`${demand} ${n}`, text)
  for (const tell of listeners) tell()
}

export function ownWords(demand: string, n: number): string | undefined {
  return words.get(`${demand} ${n}`)
}

/** The page may know of the event before its writer's words are kept: whoever shows words is told, and shows them then. */
export function useOwnWords(): void {
  useSyncExternalStore(listen, () => words.size)
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
