/** A count that may be shown, or why it is not: fewer than the fewest, or an other could be computed from it. */
export type Cell = { readonly n: number } | { readonly hidden: 'few' | 'difference' }

/**
 * What may be shown of parts that add up to a shown sum (domain §2.9, §4 rule 5). Nothing is nobody, so zero stays. Where
 * one part alone is hidden the sum gives it away, so the smallest of the others goes with it; where several are hidden but
 * hold fewer than the fewest together, likewise.
 * @param fewest smallest count of persons' matters that is shown
 */
export function suppress(parts: readonly number[], fewest: number): readonly Cell[] {
  const cells: Cell[] = parts.map((n) => (n > 0 && n < fewest ? { hidden: 'few' } : { n }))
  const hidden = () => cells.flatMap((cell, at) => ('hidden' in cell ? [parts[at] as number] : []))
  const known = () => hidden().length === 1 || (hidden().length > 1 && sum(hidden()) < fewest)
  while (known()) {
    const rest = parts.flatMap((n, at) => ('n' in (cells[at] as Cell) && n > 0 ? [{ n, at }] : []))
    const smallest = rest.toSorted((a, b) => a.n - b.n)[0]
    if (!smallest) break
    cells[smallest.at] = { hidden: 'difference' }
  }
  return cells
}

/** Whether a sum may be shown at all. */
export function shown(n: number, fewest: number): Cell {
  return n > 0 && n < fewest ? { hidden: 'few' } : { n }
}

function sum(parts: readonly number[]): number {
  return parts.reduce((all, n) => all + n, 0)
}
