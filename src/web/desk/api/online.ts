import { useSyncExternalStore } from 'react'

function listen(tell: () => void): () => void {
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return () => {
    removeEventListener('online', tell)
    removeEventListener('offline', tell)
  }
}

/** Whether the machine believes to have a network. That the server answers is another matter, said where it does not. */
export function useOnline(): boolean {
  return useSyncExternalStore(listen, () => navigator.onLine)
}
