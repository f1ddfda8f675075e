import type { ViewAnswer } from '../../../protocol/view.ts'
import { useServerTime } from '../../kit/server-time.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { Saying } from './event-words.ts'

/** What the events of a page are said with. */
export function useSaying(page: Pick<ViewAnswer<'demand'>, 'units'>): Saying {
  const speech = useSpeech()
  const names = useNames()
  const now = useServerTime()
  return { speech, names, now, unitName: (unit) => page.units.find((each) => each.id === unit)?.name ?? null }
}
