import { useEffect, useRef } from 'react'
import { recall } from './remembered.ts'

/** What a key does here, by `KeyboardEvent.key` in lower case. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>

const typing = 'input:not([type=radio]), textarea, select, [contenteditable], [role=menu], [role=listbox], dialog'

/**
 * Single keys for those who work by keyboard. Silent while somebody types, in menus, with a modifier held, and when the
 * person has turned letters off (a screen reader or speech input may need them).
 */
export function useKeys(keys: KeyMap): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const key = event.key.toLowerCase()
      const leaving = key === 'escape'
      const act = now.current[key]
      // Escape closes what is innermost first, so it is taken on the way up; letters on the way down, before a radio keeps them.
      if (!act || leaving !== (event.eventPhase === Event.BUBBLING_PHASE)) return
      if (!leaving && recall('letters') === 'off') return
      const at = event.target
      if (!leaving && at instanceof Element && at.closest(typing)) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    addEventListener('keydown', onKey, true)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('keydown', onKey, true)
    }
  }, [])
}
