import { Choices } from '../../kit/choices.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { standingOf } from '../demand/standing.ts'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

/** The order is not ours: once, in time, with a reason of the catalogue. The answer due runs on. */
export function ObjectForm(props: FormProps) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const { row, page } = props
  const { objectUntil } = standingOf(page.timeline)
  const draft = useDraft(`${row.id} order.object`, { reason: null as string | null, text: '' })
  const { reason, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="order.object"
      title={say('verb.order.object')}
      act={say('act.order.object')}
      clear={draft.clear}
      build={() => {
        if (!reason) return { missing: say('form.choiceMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        return { demand: row.id, reason, text }
      }}
    >
      <p>{objectUntil ? say('object.until', { at: sayInstant(speech, objectUntil, now) }) : say('object.runsOn')}</p>
      <Choices
        label={say('object.reason')}
        choices={names.list('reason.objection').map(({ code, name }) => ({ id: code, name }))}
        value={reason}
        onChange={(id) => draft.change({ reason: id })}
      />
      <TextInput
        label={say('object.text')}
        hint={say('object.hint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
