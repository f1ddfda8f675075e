import { useParams } from '@tanstack/react-router'
import { Notice } from '../../kit/notice.tsx'
import { listNamed } from '../api/lists.ts'
import { useSpeech } from '../text/say.tsx'
import { useMe } from './me.ts'
import { useTitle } from './title.ts'

/** The right pane before anything is opened: what will stand here, and how to get there without a mouse. */
export function NothingChosen() {
  const { say } = useSpeech()
  const { list } = useParams({ strict: false })
  const { lists } = useMe()
  useTitle(say(lists ? `list.${listNamed(list)}` : 'brand'))
  if (!lists) return <Notice title={say('none.noLists.title')}>{say('none.noLists.why')}</Notice>
  return <Notice title={say('none.title')}>{say('none.why')}</Notice>
}
