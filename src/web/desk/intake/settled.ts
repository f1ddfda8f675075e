import { useEffect, useState } from 'react'

const pauseMs = 200

/** What was typed, once the typing rests: Chinese input sends every half-made syllable. */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
