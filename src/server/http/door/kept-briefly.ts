/** Whoever looks again within this time sees the same: a page that anyone may ask for must not be a way to tire the database. */
const keptMs = 30_000

/** Asks at most every thirty seconds, however many look; what failed is asked again by the next one. */
export function keptBriefly<T>(ask: (now: Date) => Promise<T>): (now: Date) => Promise<T> {
  let kept: { readonly at: number; readonly answer: Promise<T> } | null = null
  return (now) => {
    if (kept && now.getTime() - kept.at < keptMs) return kept.answer
    const mine = { at: now.getTime(), answer: ask(now) }
    kept = mine
    mine.answer.catch(() => {
      if (kept === mine) kept = null
    })
    return mine.answer
  }
}
