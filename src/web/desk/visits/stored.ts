/**
 * A form that outlives a reload of its window and nothing else: kept in this window's own storage, gone with it, and read by
 * nobody but the account that wrote it.
 */
type Name = 'draft' | 'box'
const at = (name: Name) => `zhagen.desk.visit.${name}`

/** What was kept, or null; what somebody else left behind is thrown away. */
export function kept<T>(name: Name, account: string): T | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(at(name)) ?? 'null') as { account: string; value: T } | null
    if (found?.account === account) return found.value
    sessionStorage.removeItem(at(name))
  } catch {
    // A browser that keeps nothing keeps no draft.
  }
  return null
}

export function keep(name: Name, account: string, value: object): void {
  try {
    sessionStorage.setItem(at(name), JSON.stringify({ account, value }))
  } catch {
    // As above.
  }
}

export function forget(name: Name): void {
  try {
    sessionStorage.removeItem(at(name))
  } catch {
    // As above.
  }
}
