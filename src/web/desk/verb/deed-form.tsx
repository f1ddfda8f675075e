import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { readYuan } from '../text/yuan.ts'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

/** What was done, of which kind, with an amount where there is one. */
export function DeedForm(props: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const { row } = props
  const draft = useDraft(`${row.id} deed.record`, { deed: null as string | null, yuan: '', text: '' })
  const { deed, yuan, text } = draft.value
  const fen = yuan.trim() ? readYuan(yuan) : undefined
  return (
    <VerbForm
      {...props}
      kind="deed.record"
      title={say('verb.deed.record')}
      act={say('act.deed.record')}
      clear={draft.clear}
      build={() => {
        if (!deed) return { missing: say('deed.kindMissing') }
        if (fen === null) return { missing: say('deed.amountWrong') }
        if (!text.trim()) return { missing: say('form.textMissing') }
        return { demand: row.id, deed, text, ...(fen === undefined ? {} : { amountFen: fen }) }
      }}
    >
      <Picker
        label={say('deed.kind')}
        sections={[{ id: 'all', name: '', items: names.list('deed').map(({ code, name }) => ({ id: code, name })) }]}
        value={deed}
        onChange={(id) => draft.change({ deed: id })}
        nothing={say('picker.nothing')}
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
        label={say('deed.text')}
        hint={say('deed.textHint')}
        long
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
    </VerbForm>
  )
}
