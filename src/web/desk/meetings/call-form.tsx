import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useMe } from '../frame/me.ts'
import { chinaInstant } from '../office/china-instant.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { meetingsMoved } from './queries.ts'

/** Invites every union below the own one. The times typed are China's, whatever the machine believes. */
export function CallForm({ close }: { close: () => void }) {
  const { say } = useSpeech()
  const me = useMe()
  const post = me.posts.find((each) => each.post === me.acting)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const draft = useDraft('meeting.call', { title: '', start: '', end: '', agenda: '', place: '', video: 'no' })
  const { title, start, end, agenda, place, video } = draft.value
  const [missing, tell] = useState(false)
  const call = useCommand('meeting.call', 'meeting.call', {
    onAccepted: ({ result }) => {
      draft.clear()
      meetingsMoved(queries)
      void navigate({ to: '/meetings/$meeting', params: { meeting: String(result.stream) } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [startAt, endAt] = [chinaInstant(start), chinaInstant(end)]
    const ready = title.trim() !== '' && startAt && endAt
    tell(!ready)
    if (!ready || !post) return
    void call.submit(post.realm, {
      ...{ unit: post.unit.id, title: title.trim(), startAt, endAt, video: video === 'yes' },
      agenda: agenda.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      ...(place.trim() === '' ? {} : { place: place.trim() }),
    })
  }
  return (
    <form className="form card" aria-label={say('meetings.call')} onSubmit={submit} noValidate>
      <h2>{say('meetings.call')}</h2>
      <TextInput label={say('meetings.subject')} value={title} onChange={(text) => draft.change({ title: text })} />
      <div className="form-pair">
        <TextInput
          label={say('meetings.start')}
          type="datetime-local"
          value={start}
          onChange={(text) => draft.change({ start: text })}
        />
        <TextInput
          label={say('meetings.end')}
          type="datetime-local"
          value={end}
          onChange={(text) => draft.change({ end: text })}
        />
      </div>
      <TextInput
        label={say('meetings.agenda')}
        hint={say('meetings.agendaHint')}
        long
        value={agenda}
        onChange={(text) => draft.change({ agenda: text })}
      />
      <TextInput label={say('meetings.placeMaybe')} value={place} onChange={(text) => draft.change({ place: text })} />
      <Choices
        label={say('meetings.video')}
        choices={(['yes', 'no'] as const).map((id) => ({ id, name: say(`meetings.${id}`) }))}
        value={video}
        onChange={(id) => draft.change({ video: id })}
      />
      <p className="wrong" role="alert">
        {missing ? say('meetings.missing') : ''}
      </p>
      <OutcomeWords phase={call.phase} />
      <div className="form-end">
        <Button onPress={close}>{say('meetings.close')}</Button>
        <Button kind="act" type="submit" pending={call.phase.is === 'sending'}>
          {say('meetings.send')}
        </Button>
      </div>
    </form>
  )
}
