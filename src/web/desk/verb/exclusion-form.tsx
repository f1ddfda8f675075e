import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { standingOf } from '../demand/standing.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { Asked } from './asked.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

/** The lead applies to have a matter left out of the rates; the worker's words stay as they are. */
export function ExclusionForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row } = props
  const draft = useDraft(`${row.id} exclusion.ask`, { reason: null as string | null, text: '' })
  const { reason, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="exclusion.ask"
      title={say('verb.exclusion.ask')}
      act={say('act.exclusion.ask')}
      clear={draft.clear}
      build={() => {
        if (!reason) return { missing: say('ask.reasonMissing') }
        if (!text.trim()) return { missing: say('exclusion.evidenceMissing') }
        return { demand: row.id, reason, text }
      }}
    >
      <Choices
        label={say('ask.reason')}
        hint={say('exclusion.hint')}
        choices={names.list('reason.exclude').map(({ code, name }) => ({ id: code, name }))}
        value={reason}
        onChange={(id) => draft.change({ reason: id })}
      />
      <TextInput
        label={say('exclusion.evidence')}
        hint={say('exclusion.evidenceHint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}

/** One of the two persons of the level above says yes or no. */
export function WeighForm(props: FormProps) {
  const { say } = useSpeech()
  const { row, page } = props
  const draft = useDraft(`${row.id} exclusion.weigh`, { agree: null as string | null, text: '' })
  const { agree, text } = draft.value
  const { exclusion, agreed } = standingOf(page.timeline)
  return (
    <VerbForm
      {...props}
      kind="exclusion.weigh"
      title={say('verb.exclusion.weigh')}
      act={say('act.exclusion.weigh')}
      clear={draft.clear}
      build={() => {
        if (!agree) return { missing: say('form.choiceMissing') }
        if (agree === 'no' && !text.trim()) return { missing: say('exclusion.whyMissing') }
        return { demand: row.id, agree: agree === 'yes', ...(text.trim() ? { text } : {}) }
      }}
    >
      <Asked page={page} event={exclusion} />
      {agreed.length > 0 ? <p>{say('exclusion.oneAgreed')}</p> : null}
      <Choices
        label={say('exclusion.agree')}
        hint={say('exclusion.agreeHint')}
        choices={(['yes', 'no'] as const).map((id) => ({ id, name: say(`exclusion.${id}`) }))}
        value={agree}
        onChange={(id) => draft.change({ agree: id })}
      />
      <TextInput
        label={say('exclusion.text')}
        hint={say('exclusion.textHint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
