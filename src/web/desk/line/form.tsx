import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import type { Phase } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'

/** A form of the main line: closed until it is wanted, one act at its end, and words for what is missing or refused. */
export function LineForm(props: {
  readonly title: string
  readonly act: string
  readonly phase: Phase
  /** False where something needed is missing. */
  readonly ready: boolean
  readonly submit: () => void
  readonly children: ReactNode
}) {
  const { say } = useSpeech()
  const { title, act, phase, ready, submit, children } = props
  const [missing, setMissing] = useState(false)
  const press = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!ready)
    if (ready) submit()
  }
  return (
    <details className="line-form">
      <summary>{title}</summary>
      <form className="form" aria-label={title} onSubmit={press} noValidate>
        {children}
        <p className="wrong" role="alert">
          {missing && !ready ? say('line.missing') : ''}
        </p>
        <OutcomeWords phase={phase} />
        <div className="form-end">
          <Button kind="act" type="submit" pending={phase.is === 'sending'}>
            {act}
          </Button>
        </div>
      </form>
    </details>
  )
}
