import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

/** Nothing new: it is in hand or finished already, and the earlier matter is named. */
const inHand = 'in-hand'

/** Where the worker can go instead. Never silent: the reason and the words are what the worker reads. */
export function RedirectForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row } = props
  const draft = useDraft(`${row.id} demand.redirect`, {
    outcome: null as string | null,
    reason: null as string | null,
    earlier: '',
    text: '',
  })
  const { outcome, reason, earlier, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="demand.redirect"
      title={say('verb.demand.redirect')}
      act={say('act.demand.redirect')}
      clear={draft.clear}
      build={() => {
        if (!outcome || !reason) return { missing: say('form.choiceMissing') }
        if (outcome === inHand && !earlier.trim()) return { missing: say('redirect.earlierMissing') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        const named = outcome === inHand ? { earlier: earlier.trim() } : {}
        return { demand: row.id, outcome, reason, text, ...named }
      }}
    >
      <Choices
        label={say('redirect.outcome')}
        choices={names.list('outcome').map(({ code, name }) => ({ id: code, name }))}
        value={outcome}
        onChange={(id) => draft.change({ outcome: id })}
      />
      {outcome === inHand ? (
        <TextInput
          label={say('redirect.earlier')}
          hint={say('merge.hint')}
          value={earlier}
          onChange={(value) => draft.change({ earlier: value })}
        />
      ) : null}
      <Choices
        label={say('redirect.reason')}
        choices={names.list('reason.redirect').map(({ code, name }) => ({ id: code, name }))}
        value={reason}
        onChange={(id) => draft.change({ reason: id })}
      />
      <TextInput
        label={say('redirect.text')}
        hint={say('redirect.hint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
