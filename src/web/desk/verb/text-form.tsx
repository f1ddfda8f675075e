import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useSpeech } from '../text/say.tsx'
import { VerbForm } from './verb-form.tsx'
import type { FormProps } from './verbs.tsx'

/** What the union understood, and what it can and cannot do: the worker answers *that is it* or *not quite*. */
export function UnderstandingForm(props: FormProps) {
  return <TextForm {...props} kind="understanding.write" />
}

/** A message into the thread; two ways of it earn 面 by thread. */
export function MessageForm(props: FormProps) {
  return <TextForm {...props} kind="message.post" />
}

function TextForm(props: FormProps & { kind: 'understanding.write' | 'message.post' }) {
  const { say } = useSpeech()
  const { kind, row } = props
  const draft = useDraft(`${row.id} ${kind}`, { text: '' })
  return (
    <VerbForm
      {...props}
      title={say(`verb.${kind}`)}
      act={say(`act.${kind}`)}
      clear={draft.clear}
      build={() =>
        draft.value.text.trim() ? { demand: row.id, text: draft.value.text } : { missing: say('form.textMissing') }
      }
    >
      <TextInput
        label={say(`text.${kind}`)}
        hint={say(`hint.${kind}`)}
        long
        value={draft.value.text}
        onChange={(text) => draft.change({ text })}
      />
    </VerbForm>
  )
}
