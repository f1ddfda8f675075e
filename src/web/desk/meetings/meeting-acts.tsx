import { type FormEvent, useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { useOwnUnit } from '../frame/me.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'

type Props = { readonly page: ViewAnswer<'meeting'>; readonly moved: () => void }

/** How many of the own union were there: a number. */
export function Attend({ page, moved }: Props) {
  const { say } = useSpeech()
  const unit = useOwnUnit()
  const { id } = page.meeting
  const [persons, write] = useState('')
  const attend = useCommand('meeting.attend', `meeting.attend ${id}`, { oneClick: true, onAccepted: moved })
  const n = Number(persons.normalize('NFKC'))
  const ready = persons.trim() !== '' && Number.isInteger(n) && n >= 0 && unit !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void attend.submit(realmOfId(id), { meeting: id, unit, persons: n })
  }
  return (
    <form className="form card" aria-label={say('meetings.attend')} onSubmit={submit} noValidate>
      {page.own === null ? null : <p>{say('meetings.own', { n: page.own })}</p>}
      <TextInput label={say('meetings.attend')} inputMode="numeric" value={persons} onChange={write} />
      <OutcomeWords phase={attend.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" disabled={!ready} pending={attend.phase.is === 'sending'}>
          {say('meetings.attendSend')}
        </Button>
      </div>
    </form>
  )
}

export function Paper({ page, moved }: Props) {
  const { say } = useSpeech()
  const { id } = page.meeting
  const [title, name] = useState('')
  const [text, write] = useState('')
  const add = useCommand('meeting.paper', `meeting.paper ${id}`, {
    onAccepted: () => {
      name('')
      write('')
      moved()
    },
  })
  const ready = title.trim() !== '' && text.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void add.submit(realmOfId(id), { meeting: id, title: title.trim(), text: text.trim() })
  }
  return (
    <details className="card">
      <summary>{say('meetings.paperAdd')}</summary>
      <form className="form" onSubmit={submit} noValidate>
        <TextInput label={say('meetings.paperTitle')} value={title} onChange={name} />
        <TextInput label={say('meetings.paperText')} long value={text} onChange={write} />
        <OutcomeWords phase={add.phase} />
        <div className="form-end">
          <Button type="submit" disabled={!ready} pending={add.phase.is === 'sending'}>
            {say('meetings.paperAdd')}
          </Button>
        </div>
      </form>
    </details>
  )
}

/** A decision for the union that called; for others and for clauses the API takes them. */
export function Decide({ page, moved }: Props) {
  const { say } = useSpeech()
  const { id, unit } = page.meeting
  const [what, write] = useState('')
  const [until, choose] = useState('')
  const decide = useCommand('meeting.decide', `meeting.decide ${id}`, {
    onAccepted: () => {
      write('')
      moved()
    },
  })
  const ready = what.trim() !== '' && until !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void decide.submit(realmOfId(id), { meeting: id, what: what.trim(), unit: unit.id, until })
  }
  return (
    <details className="card">
      <summary>{say('meetings.decide')}</summary>
      <form className="form" onSubmit={submit} noValidate>
        <TextInput label={say('meetings.what')} long value={what} onChange={write} />
        <p className="small">
          {say('meetings.unitNo')}：{say('meetings.ownUnit')}
        </p>
        <TextInput label={say('meetings.until')} type="date" value={until} onChange={choose} />
        <OutcomeWords phase={decide.phase} />
        <div className="form-end">
          <Button type="submit" disabled={!ready} pending={decide.phase.is === 'sending'}>
            {say('meetings.decide')}
          </Button>
        </div>
      </form>
    </details>
  )
}

export function Cancel({ page, moved }: Props) {
  const { say } = useSpeech()
  const { id } = page.meeting
  const cancel = useCommand('meeting.cancel', `meeting.cancel ${id}`, { oneClick: true, onAccepted: moved })
  return (
    <div>
      <OutcomeWords phase={cancel.phase} />
      <Button
        pending={cancel.phase.is === 'sending'}
        onPress={() => void cancel.submit(realmOfId(id), { meeting: id })}
      >
        {say('meetings.cancel')}
      </Button>
    </div>
  )
}
