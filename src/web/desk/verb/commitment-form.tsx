import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useSpeech } from '../text/say.tsx'
import { readYuan } from '../text/yuan.ts'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

const promisors = ['employer', 'department', 'union'] as const

/** A promise with a date. It counts only if the worker agreed, and the worker is called the day after it. */
export function CommitmentForm(props: FormProps) {
  const { say } = useSpeech()
  const { row } = props
  const draft = useDraft(`${row.id} commitment.make`, {
    on: '',
    promisor: null as (typeof promisors)[number] | null,
    yuan: '',
    agreed: null as string | null,
    text: '',
  })
  const { on, promisor, yuan, agreed, text } = draft.value
  const fen = yuan.trim() ? readYuan(yuan) : undefined
  return (
    <VerbForm
      {...props}
      kind="commitment.make"
      title={say('verb.commitment.make')}
      act={say('act.commitment.make')}
      clear={draft.clear}
      build={() => {
        if (!promisor) return { missing: say('promise.byMissing') }
        if (!on) return { missing: say('promise.onMissing') }
        if (fen === null) return { missing: say('deed.amountWrong') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        if (agreed !== 'yes') return { missing: say('promise.agreedMissing') }
        const body = { demand: row.id, promisedOn: on, promisor, workerAgreed: true, text }
        return fen === undefined ? body : { ...body, amountFen: fen }
      }}
    >
      <Choices
        label={say('promise.by')}
        choices={promisors.map((id) => ({ id, name: say(`promisor.${id}`) }))}
        value={promisor}
        onChange={(id) => draft.change({ promisor: promisors.find((each) => each === id) ?? null })}
      />
      <TextInput
        label={say('promise.on')}
        hint={say('promise.onHint')}
        type="date"
        value={on}
        onChange={(value) => draft.change({ on: value })}
      />
      <TextInput
        label={say('deed.amount')}
        hint={say('deed.amountHint')}
        inputMode="decimal"
        error={fen === null ? say('deed.amountWrong') : undefined}
        value={yuan}
        onChange={(value) => draft.change({ yuan: value })}
      />
      <TextInput
        label={say('promise.text')}
        hint={say('promise.textHint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
      <Choices
        label={say('promise.agreed')}
        hint={say('promise.agreedHint')}
        choices={(['yes', 'no'] as const).map((id) => ({ id, name: say(`promise.agreed.${id}`) }))}
        value={agreed}
        onChange={(id) => draft.change({ agreed: id })}
      />
    </VerbForm>
  )
}
