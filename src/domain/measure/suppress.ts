/** A count that may be shown, or why it is not: fewer than the fewest, or something could be computed from it. */
export type Cell = { readonly n: number } | { readonly hidden: 'few' | 'difference' }

/**
 * What may be shown of parts that add up to a shown sum (domain §2.9, §4 rule 5). Nothing is nobody, so zero stays. The sum
 * of what is hidden can always be computed, so it must not give a part away: never fewer than the fewest
 * together, so never one alone, and more than one each, for each is known to be something. The smallest of the others go along. Which of
 * them are few is not said: two that are known to be few and to hold eight hold four each.
 * @param fewest smallest count of persons' matters that is shown
 */
export function suppress(parts: readonly number[], fewest: number): readonly Cell[] {
  const hidden = new Set(parts.flatMap((n, at) => (n > 0 && n < fewest ? [at] : [])))
  if (hidden.size === 0) return parts.map((n) => ({ n }))
  const rest = parts
    .flatMap((n, at) => (n >= fewest ? [{ n, at }] : []))
    .toSorted((a, b) => a.n - b.n || a.at - b.at)
    .map(({ at }) => at)
  const together = () => [...hidden].reduce((sum, at) => sum + (parts[at] as number), 0)
  const known = () => together() < fewest || together() <= hidden.size
  while (known()) {
    const next = rest.shift()
    if (next === undefined) break
    hidden.add(next)
  }
  // One each and nothing else to hide them behind: then nobody is told apart from them either.
  const all = known()
  return parts.map((n, at) => (hidden.has(at) || all ? { hidden: 'difference' } : { n }))
}

/** Whether a sum may be shown at all. */
export function shown(n: number, fewest: number): Cell {
  return n > 0 && n < fewest ? { hidden: 'few' } : { n }
}
