/**
 * What this person just wrote, by demand and number of the event, in this window's memory alone: the writer reads it back
 * without opening anything, so no read record is made of one's own words.
 */
const words = new Map<string, string>()

export function keepOwnWords(demand: string, n: number, text: string): void {
  words.set(`${demand} ${n}`, text)
}

export function ownWords(demand: string, n: number): string | undefined {
  return words.get(`${demand} ${n}`)
}
