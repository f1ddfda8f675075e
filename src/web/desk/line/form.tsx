import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import type { Phase } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'

/** A form of the main line: closed until it is wanted and once it is accepted, with words for what is missing or refused. */
export function LineForm(props: {
  readonly title: string
  readonly act: string
  readonly phase: Phase
  /** False where something needed is missing. */
  readonly ready: boolean
  readonly submit: () => void
  /** Said once it is accepted, where the form still stands then. */
  readonly done?: string
  readonly children: ReactNode
}) {
  const { say } = useSpeech()
  const { title, act, phase, ready, submit, children } = props
  const [missing, setMissing] = useState(false)
  const { fold, done } = useClosing(phase)
  const press = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!ready)
    done.clear()
    if (ready) submit()
  }
  return (
    <>
      <details className="line-form" ref={fold}>
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
      {done.is ? <p role="status">{props.done ?? say('line.done')}</p> : null}
    </>
  )
}

/** Closes the fold when what was sent is accepted, and leaves the focus on what opens it again. */
function useClosing(phase: Phase) {
  const fold = useRef<HTMLDetailsElement>(null)
  const before = useRef(phase.is)
  const [is, tell] = useState(false)
  useEffect(() => {
    const accepted = before.current === 'sending' && phase.is === 'idle'
    before.current = phase.is
    if (!accepted || !fold.current) return
    tell(true)
    fold.current.open = false
    fold.current.querySelector('summary')?.focus()
  }, [phase.is])
  return { fold, done: { is, clear: () => tell(false) } }
}
