import { type Cell, shown, suppress } from '../measure/suppress.ts'

/** What was counted at one place over one span of months. */
export type PlaceCount = {
  readonly unit: number
  readonly path: readonly number[]
  /** Names the span: only counts of the same one can be set against one another. */
  readonly span: string
  readonly n: number
}

/**
 * What may be told of counts of places, of which some may lie below others: none below the fewest, and none that follows
 * from a place and those below it (§4 rule 5).
 */
export function shownPlaces(counts: readonly PlaceCount[], fewest: number): readonly Cell[] {
  const cells = counts.map(({ n }) => shown(n, fewest))
  for (const [at, whole] of counts.entries()) {
    const inner = counts.flatMap((each, index) => (isNearest(each, whole, counts) ? [index] : []))
    if (inner.length === 0) continue
    const parts = inner.map((index) => counts[index]?.n ?? 0)
    const rest = (counts[at]?.n ?? 0) - parts.reduce((sum, n) => sum + n, 0)
    // A rest below nothing is no part: the wider place had moved when the narrower was counted.
    const told = suppress([Math.max(rest, 0), ...parts], fewest)
    for (const [nth, index] of inner.entries()) {
      const cell = told[nth + 1]
      if (cell && 'hidden' in cell && 'n' in (cells[index] as Cell)) cells[index] = cell
    }
  }
  return cells
}

/** Whether a place lies below another without a third in between. */
function isNearest(one: PlaceCount, wider: PlaceCount, all: readonly PlaceCount[]): boolean {
  if (!isBelow(one, wider)) return false
  return !all.some((between) => isBelow(one, between) && isBelow(between, wider))
}

function isBelow(one: PlaceCount, wider: PlaceCount): boolean {
  return one.span === wider.span && one.unit !== wider.unit && one.path.includes(wider.unit)
}
