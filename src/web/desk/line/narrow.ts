import { useSyncExternalStore } from 'react'

const query = '(max-width: 1100px)'

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Whether two panes do not fit side by side: then what is under a clause opens in the text, where it was pressed. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
