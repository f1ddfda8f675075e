import { type ReactNode, useRef, useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { useCommand } from '../api/use-command.ts'
import type { DemandRow } from '../api/view.ts'
import { useKeys } from '../frame/keys.ts'
import { useSpeech } from '../text/say.tsx'
import { AnswerForm } from './answer-form.tsx'
import { ContactForm } from './contact-form.tsx'
import { DeedForm } from './deed-form.tsx'
import { EraseForm } from './erase-form.tsx'
import { IdentityForm } from './identity-form.tsx'
import { OutcomeWords } from './outcome-words.tsx'
import { RedirectForm } from './redirect-form.tsx'
import { MessageForm, UnderstandingForm } from './text-form.tsx'
import { TriageForm } from './triage-form.tsx'
import { orderVerbs, type PageVerb, verbLetters } from './verb-order.ts'

export interface FormProps {
  readonly row: DemandRow
  readonly onDone: () => void
  readonly onCancel: () => void
}

type FormVerb = Exclude<PageVerb, 'order.sign'>

const forms: Record<FormVerb, (props: FormProps) => ReactNode> = {
  'demand.triage': TriageForm,
  'demand.redirect': RedirectForm,
  'contact.log': ContactForm,
  'understanding.write': UnderstandingForm,
  'deed.record': DeedForm,
  'demand.answer': AnswerForm,
  'message.post': MessageForm,
  'content.open.identity': IdentityForm,
  'content.erase': EraseForm,
}

/** Exactly what this person may do with the demand now; each opens a small form in place, below what the worker said; signing is one press. */
export function Verbs({ page, children }: { page: ViewAnswer<'demand'>; children: ReactNode }) {
  const { say } = useSpeech()
  const { demand: row, timeline } = page
  const [open, setOpen] = useState<FormVerb | null>(null)
  const [done, setDone] = useState<PageVerb | null>(null)
  const told = useRef<HTMLParagraphElement>(null)
  const verbs = orderVerbs(row, timeline)
  const finish = (verb: PageVerb) => {
    setOpen(null)
    setDone(verb)
    // The form with the focus is gone; what was done is read out from here, and the next letter works at once.
    told.current?.focus()
  }
  const signing = useCommand('order.sign', `${row.id} order.sign`, {
    basedOn: row.version,
    oneClick: true,
    onAccepted: () => finish('order.sign'),
  })
  const act = (verb: PageVerb) => {
    setDone(null)
    if (verb === 'order.sign') return void signing.submit(realmOfId(row.id), { demand: row.id })
    setOpen((before) => (before === verb ? null : verb))
  }
  useKeys(Object.fromEntries(verbs.map((verb) => [verbLetters[verb].toLowerCase(), () => act(verb)])))
  const Form = open === null ? null : forms[open]
  return (
    <section className="verbs-place" aria-label={say('verb.label')}>
      {verbs.length > 0 ? (
        <div className="verbs">
          {verbs.map((verb, n) => (
            <Button
              key={verb}
              kind={n === 0 ? 'act' : 'quiet'}
              letter={verbLetters[verb]}
              pressed={verb === 'order.sign' ? undefined : open === verb}
              pending={verb === 'order.sign' && signing.phase.is === 'sending'}
              onPress={() => act(verb)}
            >
              {say(`verb.${verb}`)}
            </Button>
          ))}
        </div>
      ) : (
        <p className="small">{say(row.next ? 'verb.none' : 'verb.over')}</p>
      )}
      <p className="done" role="status" tabIndex={-1} ref={told}>
        {done === null ? '' : say(`done.${done}`)}
      </p>
      {children}
      {open === null ? <OutcomeWords phase={signing.phase} /> : null}
      {open !== null && !verbs.includes(open) ? <p className="wrong">{say('verb.gone')}</p> : null}
      {Form && open ? <Form key={open} row={row} onDone={() => finish(open)} onCancel={() => setOpen(null)} /> : null}
    </section>
  )
}
