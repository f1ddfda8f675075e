import { useEffect } from 'react'
import { useSpeech } from '../text/say.tsx'

/** Says in the window's title what is on the screen; never a name or a number, titles stand in the browser's history. */
export function useTitle(title: string): void {
  const { say } = useSpeech()
  useEffect(() => {
    document.title = `${title} · ${say('brand')}`
  }, [title, say])
}
