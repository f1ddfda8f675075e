import { useState } from 'react'

/**
 * What is being typed, kept in this window's memory alone: it survives closing a form, a look at another demand, a lost
 * session and a lost network; it is gone when the window is closed or somebody signs out (the page is loaded anew).
 */
const drafts = new Map<string, object>()

/** State of one form under a key; `clear` forgets it once the command was accepted. */
export function useDraft<T extends object>(key: string, empty: T) {
  const [, redraw] = useState(0)
  const value: T = { ...empty, ...drafts.get(key) }
  return {
    value,
    change: (patch: Partial<T>) => {
      drafts.set(key, { ...value, ...drafts.get(key), ...patch })
      redraw((n) => n + 1)
    },
    clear: () => {
      drafts.delete(key)
      redraw((n) => n + 1)
    },
  }
}
