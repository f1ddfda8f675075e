import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { TopicPicker } from './topic-picker.tsx'
import { VerbForm } from './verb-form.tsx'

/** Triage answers at once; the worker says whether it is clear. Not counted as a deed. */
export function AnswerNowForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row } = props
  const draft = useDraft(`${row.id} demand.answer-now`, {
    topic: null as string | null,
    nature: 'consultation' as string | null,
    text: '',
  })
  const { topic, nature, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="demand.answer-now"
      title={say('verb.demand.answer-now')}
      act={say('act.demand.answer-now')}
      clear={draft.clear}
      build={() => {
        if (!topic) return { missing: say('triage.topicMissing') }
        if (!nature) return { missing: say('triage.natureMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        return { demand: row.id, topic, nature, text }
      }}
    >
      <TopicPicker value={topic} onChange={(code) => draft.change({ topic: code })} />
      <Choices
        label={say('triage.nature')}
        choices={names.list('nature').map(({ code, name }) => ({ id: code, name }))}
        value={nature}
        onChange={(id) => draft.change({ nature: id })}
      />
      <TextInput
        label={say('answer.text')}
        hint={say('answerNow.hint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
