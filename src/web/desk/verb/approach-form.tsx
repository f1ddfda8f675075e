import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

const ways = ['call', 'person'] as const

/** What the worker said, on the phone or face to face, to the union going to the employer. */
export function ApproachRecordForm(props: FormProps) {
  const { say } = useSpeech()
  const { row } = props
  const draft = useDraft(`${row.id} approach.record`, {
    yes: null as string | null,
    way: null as string | null,
    text: '',
  })
  const { yes, way, text } = draft.value
  return (
    <VerbForm
      {...props}
      kind="approach.record"
      title={say('verb.approach.record')}
      act={say('act.approach.record')}
      clear={draft.clear}
      build={() => {
        const chosen = ways.find((each) => each === way)
        if (yes === null || !chosen) return { missing: say('form.choiceMissing') }
        return { demand: row.id, yes: yes === 'yes', way: chosen, ...(text.trim() ? { text } : {}) }
      }}
    >
      <Choices
        label={say('approach.said')}
        hint={say('approach.saidHint')}
        choices={(['yes', 'no'] as const).map((each) => ({ id: each, name: say(`approach.${each}`) }))}
        value={yes}
        onChange={(id) => draft.change({ yes: id })}
      />
      <Choices
        label={say('approach.way')}
        choices={ways.map((each) => ({ id: each, name: say(`contact.${each}`) }))}
        value={way}
        onChange={(id) => draft.change({ way: id })}
      />
      <TextInput label={say('approach.words')} long value={text} onChange={(value) => draft.change({ text: value })} />
    </VerbForm>
  )
}
