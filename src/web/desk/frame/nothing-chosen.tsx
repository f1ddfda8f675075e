import { Notice } from '../../kit/notice.tsx'
import { useSpeech } from '../text/say.tsx'

/** The right pane before anything is opened: what will stand here, and how to get there without a mouse. */
export function NothingChosen() {
  const { say } = useSpeech()
  return <Notice title={say('none.title')}>{say('none.why')}</Notice>
}
