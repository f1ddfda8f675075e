import { type FormEvent, useState } from 'react'
import type { Realm } from '../../../domain/id.ts'
import type { CommandBody, CommandKind } from '../../../protocol/command.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import type { TextKey } from '../text/zh.ts'
import { OutcomeWords } from '../verb/outcome-words.tsx'

/** One thing to fill in. `pick`: one of many, found by typing; `choose`: one of a few, all in sight. */
export interface Field {
  readonly name: string
  readonly label: TextKey
  readonly is: 'line' | 'long' | 'day' | 'pick' | 'choose'
  readonly hint?: TextKey
  readonly optional?: true
  readonly most?: number
  readonly items?: readonly { readonly id: string; readonly name: string; readonly note?: string }[]
}

interface Props<K extends CommandKind> {
  readonly kind: K
  /** Of what it is about: a draft is kept for each. */
  readonly about: string
  readonly realm: Realm
  readonly title: TextKey
  readonly submit: TextKey
  /** Those that follow from what was filled in before are made of it. */
  readonly fields: readonly Field[] | ((value: Readonly<Record<string, string>>) => readonly Field[])
  readonly first?: Readonly<Record<string, string>>
  readonly bodyOf: (value: Readonly<Record<string, string>>) => CommandBody<K>
  readonly onDone: (stream: string) => void
}

/** A short form for one command: what was typed outlives a closed form, and a refusal says what to do instead. */
export function ActForm<K extends CommandKind>(props: Props<K>) {
  const { kind, about, realm, bodyOf, onDone } = props
  const { say } = useSpeech()
  const fieldsOf = (value: Readonly<Record<string, string>>) =>
    typeof props.fields === 'function' ? props.fields(value) : props.fields
  const blank = { ...Object.fromEntries(fieldsOf({}).map(({ name }) => [name, ''])), ...props.first }
  const draft = useDraft<Record<string, string>>(`${kind} ${about}`, blank)
  const value = { ...blank, ...draft.value }
  const fields = fieldsOf(value)
  const [missing, setMissing] = useState(false)
  const command = useCommand(kind, `${kind} ${about}`, {
    onAccepted: ({ result }) => {
      draft.clear()
      onDone(String(result.stream))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = fields.some(({ name, optional }) => !optional && (value[name] ?? '').trim() === '')
    setMissing(lacks)
    if (!lacks) void command.submit(realm, bodyOf(value))
  }
  return (
    <form className="form card" aria-label={say(props.title)} onSubmit={submit} noValidate>
      <h2>{say(props.title)}</h2>
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={value[field.name] ?? ''}
          onChange={(text) => draft.change({ [field.name]: text })}
        />
      ))}
      <p className="wrong" role="alert">
        {missing ? say('issues.missing') : ''}
      </p>
      <OutcomeWords phase={command.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" pending={command.phase.is === 'sending'}>
          {say(props.submit)}
        </Button>
      </div>
    </form>
  )
}

function OneField({ field, value, onChange }: { field: Field; value: string; onChange: (text: string) => void }) {
  const { say } = useSpeech()
  const { is, items = [], most } = field
  const label = say(field.label)
  const hint = field.hint ? { hint: say(field.hint) } : {}
  if (is === 'choose')
    return <Choices label={label} {...hint} choices={items} value={value || null} onChange={onChange} tall />
  if (is === 'pick')
    return (
      <Picker
        label={label}
        {...hint}
        sections={[{ id: 'all', name: '', items }]}
        value={value || null}
        onChange={(id) => onChange(id ?? '')}
        nothing={say('picker.nothing')}
      />
    )
  return (
    <TextInput
      label={label}
      {...hint}
      value={value}
      onChange={onChange}
      long={is === 'long'}
      {...(is === 'day' ? { type: 'date' as const } : {})}
      {...(most ? { maxLength: most } : {})}
    />
  )
}
