import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useSpeech } from '../text/say.tsx'
import { CallFirst } from './call-first.tsx'
import type { FormProps } from './form-props.ts'
import { VerbForm } from './verb-form.tsx'

const ways = ['person', 'video', 'call', 'try'] as const

/** How the worker was reached, or that nobody was. */
export function ContactForm(props: FormProps) {
  const { say } = useSpeech()
  const { row } = props
  const draft = useDraft(`${row.id} contact.log`, { way: null as string | null, note: '' })
  const { way, note } = draft.value
  return (
    <VerbForm
      {...props}
      kind="contact.log"
      title={say('verb.contact.log')}
      act={say('act.contact.log')}
      clear={draft.clear}
      build={() => {
        const chosen = ways.find((each) => each === way)
        if (!chosen) return { missing: say('form.choiceMissing') }
        return { demand: row.id, way: chosen, ...(note.trim() ? { note } : {}) }
      }}
    >
      <CallFirst demand={row.id} />
      <Choices
        label={say('contact.how')}
        {...(row.mode === 'anonymous' ? { hint: say('contact.anonymous') } : {})}
        choices={ways.map((each) => ({ id: each, name: say(`contact.${each}`) }))}
        value={way}
        onChange={(id) => draft.change({ way: id })}
      />
      <TextInput
        label={say('contact.note')}
        hint={say('contact.noteHint')}
        long
        value={note}
        onChange={(text) => draft.change({ note: text })}
      />
    </VerbForm>
  )
}
