import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

const claims = ['done', 'partly', 'notDone', 'explained'] as const

/** The union's claim and its letter in plain words. Whether it is solved the worker says, not this form. */
export function AnswerForm(props: FormProps) {
  const { say } = useSpeech()
  const { row } = props
  const draft = useDraft(`${row.id} demand.answer`, { claim: null as string | null, text: '' })
  const { claim, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="demand.answer"
      title={say('verb.demand.answer')}
      act={say('act.demand.answer')}
      clear={draft.clear}
      build={() => {
        const chosen = claims.find((each) => each === claim)
        if (!chosen) return { missing: say('form.choiceMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        return { demand: row.id, claim: chosen, text }
      }}
    >
      <Choices
        label={say('answer.claim')}
        choices={claims.map((each) => ({ id: each, name: say(`claim.${each}`) }))}
        value={claim}
        onChange={(id) => draft.change({ claim: id })}
      />
      <TextInput
        label={say('answer.text')}
        hint={say('answer.hint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
