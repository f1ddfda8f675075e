import { type FormEvent, useState } from 'react'
import { instantText } from '../../../domain/calendar/local-time.ts'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useMe } from '../frame/me.ts'
import { LineForm } from '../line/form.tsx'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { MeetingFields, wordsOf } from './meeting-fields.tsx'

/** What an act of a meeting's page is about, and what to do once it was accepted. */
export type Props = { readonly page: ViewAnswer<'meeting'>; readonly moved: () => void }

/** The own union gives its receipt. */
export function Receive({ page, moved }: Props) {
  const { say } = useSpeech()
  const post = useActing()
  const { id } = page.meeting
  const receive = useCommand('meeting.receive', `meeting.receive ${id}`, { oneClick: true, onAccepted: moved })
  if (!post) return null
  return (
    <section className="card" aria-label={say('meetings.receive')}>
      <p>{say('meetings.receiveWhy', { unit: post.unit.name })}</p>
      <OutcomeWords phase={receive.phase} />
      <Button
        kind="act"
        pending={receive.phase.is === 'sending'}
        onPress={() => void receive.submit(post.realm, { meeting: id, unit: post.unit.id })}
      >
        {say('meetings.receive')}
      </Button>
    </section>
  )
}

/** How many of the own union were there: a number. */
export function Attend({ page, moved }: Props) {
  const { say } = useSpeech()
  const post = useActing()
  const { id } = page.meeting
  const [persons, write] = useState('')
  const attend = useCommand('meeting.attend', `meeting.attend ${id}`, { oneClick: true, onAccepted: moved })
  const n = Number(persons.normalize('NFKC'))
  const ready = persons.trim() !== '' && Number.isInteger(n) && n >= 0 && post !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void attend.submit(post.realm, { meeting: id, unit: post.unit.id, persons: n })
  }
  return (
    <form className="form card" aria-label={say('meetings.attend')} onSubmit={submit} noValidate>
      {page.own.persons === null ? null : <p>{say('meetings.own', { n: page.own.persons })}</p>}
      <TextInput
        {...{ label: say('meetings.attend'), hint: say('meetings.attendHint'), inputMode: 'numeric', value: persons }}
        onChange={write}
      />
      <OutcomeWords phase={attend.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" disabled={!ready} pending={attend.phase.is === 'sending'}>
          {say('meetings.attendSend')}
        </Button>
      </div>
    </form>
  )
}

/** Adds a paper for everybody invited. */
export function Paper({ page, moved }: Props) {
  const { say } = useSpeech()
  const { id } = page.meeting
  const draft = useDraft(`meeting.paper ${id}`, { title: '', text: '' })
  const add = useCommand('meeting.paper', `meeting.paper ${id}`, {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  })
  const { title, text } = draft.value
  return (
    <LineForm
      {...{ title: say('meetings.paperAdd'), act: say('meetings.paperAdd'), phase: add.phase }}
      ready={title.trim() !== '' && text.trim() !== ''}
      submit={() => void add.submit(realmOfId(id), { meeting: id, title: title.trim(), text: text.trim() })}
    >
      <p className="small">{say('meetings.everybodyReads')}</p>
      <TextInput label={say('meetings.paperTitle')} value={title} onChange={(to) => draft.change({ title: to })} />
      <TextInput label={say('meetings.paperText')} long value={text} onChange={(to) => draft.change({ text: to })} />
    </LineForm>
  )
}

/** Other words, other times, another place; the calendars of the invited take it over. */
export function Change({ page, moved }: Props) {
  const { say } = useSpeech()
  const { meeting, agenda } = page
  const key = `meeting.change ${meeting.id}`
  const local = (iso: string) => instantText(Date.parse(iso)).slice(0, 16)
  const draft = useDraft(key, {
    ...{ title: meeting.title, start: local(meeting.startAt), end: local(meeting.endAt), agenda: agenda.join('\n') },
    ...{ place: meeting.place ?? '', video: meeting.video ? 'yes' : 'no' },
  })
  const change = useCommand('meeting.change', key, {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  })
  const words = wordsOf(draft.value)
  // Attendance can be said, or it cannot be cancelled any more: it has begun.
  const begun = !page.verbs.includes('meeting.cancel')
  const submit = () => {
    if (!words) return
    const { startAt, endAt, ...rest } = words
    void change.submit(realmOfId(meeting.id), { meeting: meeting.id, ...rest, ...(begun ? {} : { startAt, endAt }) })
  }
  return (
    <LineForm
      {...{ title: say('meetings.change'), act: say('meetings.changeDo'), phase: change.phase, ready: words !== null }}
      submit={submit}
    >
      <p className="small">{say(begun ? 'meetings.begunWhy' : 'meetings.changeWhy')}</p>
      <MeetingFields value={draft.value} change={draft.change} begun={begun} />
    </LineForm>
  )
}

/** Cancels a meeting that has not begun; everybody's calendar says so. */
export function Cancel({ page, moved }: Props) {
  const { say } = useSpeech()
  const { id } = page.meeting
  const cancel = useCommand('meeting.cancel', `meeting.cancel ${id}`, { oneClick: true, onAccepted: moved })
  return (
    <LineForm
      {...{ title: say('meetings.cancel'), act: say('meetings.cancelDo'), phase: cancel.phase, ready: true }}
      submit={() => void cancel.submit(realmOfId(id), { meeting: id })}
    >
      <p className="small">{say('meetings.cancelWhy')}</p>
    </LineForm>
  )
}

function useActing() {
  const me = useMe()
  return me.posts.find((each) => each.post === me.acting)
}
