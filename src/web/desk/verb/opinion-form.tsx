import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { standingOf } from '../demand/standing.ts'
import { useSpeech } from '../text/say.tsx'
import { Asked } from './asked.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

/** The level above says what to do, or takes the matter over. */
export function OpinionForm(props: FormProps) {
  const { say } = useSpeech()
  const { row, page } = props
  const draft = useDraft(`${row.id} opinion.give`, { take: null as string | null, text: '' })
  const { take, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="opinion.give"
      title={say('verb.opinion.give')}
      act={say(take === 'take' ? 'opinion.takeAct' : 'act.opinion.give')}
      clear={draft.clear}
      build={() => {
        if (!take) return { missing: say('form.choiceMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        return { demand: row.id, take: take === 'take', text }
      }}
    >
      <Asked page={page} event={standingOf(page.timeline).opinion} />
      <Choices
        label={say('opinion.who')}
        choices={(['keep', 'take'] as const).map((id) => ({ id, name: say(`opinion.${id}`) }))}
        value={take}
        onChange={(id) => draft.change({ take: id })}
      />
      <TextInput
        label={say('opinion.text')}
        hint={say(take === 'take' ? 'opinion.takeHint' : 'opinion.hint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
