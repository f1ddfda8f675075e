import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { CommandBody, CommandKind } from '../../../protocol/command.ts'
import { Button } from '../../kit/button.tsx'
import { type CommandUse, type Phase, useCommand } from '../api/use-command.ts'
import { keepOwnWords } from '../demand/own-words.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { OutcomeWords } from './outcome-words.tsx'

/** What a form makes of what was typed: the body of the command, or what is still missing in words. */
export type Built<K extends CommandKind> = CommandBody<K> | { readonly missing: string }

interface Props<K extends CommandKind> extends FormProps {
  readonly kind: K
  readonly title: string
  /** What the button does, as a verb. */
  readonly act: string
  readonly build: () => Built<K>
  /** Forgets the draft once the command was accepted. */
  readonly clear: () => void
  readonly children: ReactNode
}

/** The small form of one verb, in place: fields, one button that says what happens, and what became of it. */
export function VerbForm<K extends CommandKind>(props: Props<K>) {
  const { kind, row, title, act, build, clear, children, onDone, onCancel } = props
  const sent = useRef<{ words: string | undefined; seen: number }>({ words: undefined, seen: row.version })
  const command = useCommand(kind, `${row.id} ${kind}`, {
    basedOn: row.version,
    onAccepted: ({ result }) => {
      const { words, seen } = sent.current
      if (words && typeof result.version === 'number') keepOwnWords(row.id, seen, result.version, words)
      clear()
      onDone()
    },
  })
  return (
    <FormShell
      title={title}
      act={act}
      command={command}
      onCancel={onCancel}
      submit={() => {
        const built = build()
        if (isMissing(built)) return built.missing
        sent.current = { words: wordsOf(built), seen: row.version }
        void command.submit(realmOfId(row.id), built as CommandBody<K>)
        return null
      }}
    >
      {children}
    </FormShell>
  )
}

/** The text a body carries, if it carries one. */
function wordsOf(body: object): string | undefined {
  if ('text' in body && typeof body.text === 'string') return body.text
  return 'note' in body && typeof body.note === 'string' ? body.note : undefined
}

interface ShellProps {
  readonly title: string
  readonly act: string
  readonly command: Pick<CommandUse<CommandKind>, 'phase'>
  readonly onCancel: () => void
  /** Sends, or answers what is missing. */
  readonly submit: () => string | null
  readonly children: ReactNode
}

export function FormShell({ title, act, command, onCancel, submit, children }: ShellProps) {
  const { say } = useSpeech()
  const [missing, setMissing] = useState<string | null>(null)
  // What was refused is said of what was sent: once it is changed, the words are about something else.
  const [changed, setChanged] = useState(false)
  const { phase } = command
  const form = useRef<HTMLFormElement>(null)
  // Whoever opened the form by a letter goes on by keyboard; on a phone a field with the focus would cover what is read.
  useEffect(() => {
    if (matchMedia('(pointer: coarse)').matches) form.current?.scrollIntoView({ block: 'nearest' })
    else firstField(form.current)?.focus()
  }, [])
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setChanged(false)
    setMissing(submit())
  }
  // Caught on the way down: radios and pickers keep keys to themselves on the way up.
  const onKeyDownCapture = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.requestSubmit()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
  }
  return (
    <form
      ref={form}
      className="form card"
      aria-label={title}
      onSubmit={onSubmit}
      onInput={() => {
        setMissing(null)
        setChanged(true)
      }}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
      noValidate
    >
      {children}
      {missing === null && !(changed && isRefusal(phase)) ? <OutcomeWords phase={phase} /> : null}
      <p className="wrong" role="alert">
        {missing}
      </p>
      <div className="form-end">
        <Button kind="act" type="submit" pending={phase.is === 'sending'}>
          {phase.is === 'unsent' ? say('form.again') : act}
        </Button>
        <Button kind="plain" onPress={onCancel}>
          {say('form.later')}
        </Button>
        <small className="form-keys">{say('form.keys')}</small>
      </div>
    </form>
  )
}

/** The first field; of alternatives the chosen one. */
function firstField(form: HTMLFormElement | null): HTMLElement | null {
  const first = form?.querySelector<HTMLInputElement>('input, textarea') ?? null
  if (first?.type !== 'radio') return first
  return form?.querySelector<HTMLInputElement>(`input[name="${first.name}"]:checked`) ?? first
}

/** Said of the body that was sent; silence and a lost sign-in stand whatever is typed. */
function isRefusal({ is }: Phase): boolean {
  return is === 'refused' || is === 'fault'
}

function isMissing(built: object): built is { missing: string } {
  return 'missing' in built
}
