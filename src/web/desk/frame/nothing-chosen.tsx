import { useParams } from '@tanstack/react-router'
import { Notice } from '../../kit/notice.tsx'
import { listNamed } from '../api/lists.ts'
import { useSpeech } from '../text/say.tsx'
import { useTitle } from './title.ts'

/** The right pane before anything is opened: what will stand here, and how to get there without a mouse. */
export function NothingChosen() {
  const { say } = useSpeech()
  const { list } = useParams({ strict: false })
  useTitle(say(`list.${listNamed(list)}`))
  return <Notice title={say('none.title')}>{say('none.why')}</Notice>
}
