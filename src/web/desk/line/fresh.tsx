import { useEffect, useState } from 'react'
import { serverTime } from '../../kit/server-time.ts'
import { useSpeech } from '../text/say.tsx'

/** How long ago what is shown was asked for, ticking. `heard` changes with every answer. */
export function Fresh({ heard }: { heard: number }) {
  const { say } = useSpeech()
  const [at, hear] = useState(serverTime)
  const [now, tick] = useState(serverTime)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is the reason, not what it is read for
  useEffect(() => {
    hear(serverTime())
    tick(serverTime())
  }, [heard])
  useEffect(() => {
    const timer = setInterval(() => tick(serverTime()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.round((now - at) / 1000))
  const words =
    seconds < 60 ? say('line.secondsAgo', { n: seconds }) : say('line.minutesAgo', { n: Math.floor(seconds / 60) })
  return <span aria-live="off">{words}</span>
}
