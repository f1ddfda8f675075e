import { Link } from '@tanstack/react-router'
import { useSpeech } from '../text/say.tsx'
import type { TextKey } from '../text/zh.ts'
import { readAsking, type Tab } from './asking.ts'

/** To what is over, and back to what is not. */
export function OverLink({ tab, over, words }: { tab: Tab; over: boolean; words: readonly [TextKey, TextKey] }) {
  const { say } = useSpeech()
  return (
    <p className="small">
      <Link to="/issues" search={readAsking(over ? { tab } : { tab, over: true })}>
        {say(over ? words[1] : words[0])}
      </Link>
    </p>
  )
}
