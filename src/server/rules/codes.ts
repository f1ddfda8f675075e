import type { RulesPath } from './rules-document.ts'
import type { RulesFile } from './rules-file.ts'

/** Refuses what stands twice in a list; gives the set. `key` names the field of the entries, absent where they are texts. */
export function refuseRepeats<K extends string>(
  file: RulesFile<unknown>,
  at: RulesPath,
  list: readonly (string | Readonly<Record<K, string>>)[],
  key?: K,
): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const [index, entry] of list.entries()) {
    const value = typeof entry === 'string' ? entry : key === undefined ? '' : entry[key]
    if (seen.has(value))
      file.refuse([...at, index, ...(key ? [key] : [])], `${value} stands twice; give each its own or take one out`)
    seen.add(value)
  }
  return seen
}
