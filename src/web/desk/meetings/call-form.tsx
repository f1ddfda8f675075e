import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useMe } from '../frame/me.ts'
import { lineQuery } from '../line/queries.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { blankWords, MeetingFields, wordsOf } from './meeting-fields.tsx'
import { meetingsMoved } from './queries.ts'
import { UnionPicker } from './union-picker.tsx'

/** Invites every union below the own one, or below one of those. */
export function CallForm({ close }: { close: () => void }) {
  const { say } = useSpeech()
  const me = useMe()
  const post = me.posts.find((each) => each.post === me.acting)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const own = { id: String(post?.unit.id ?? ''), name: post?.unit.name ?? '' }
  const draft = useDraft('meeting.call', { ...blankWords, below: own.id, belowName: own.name, campaign: '' })
  const [missing, tell] = useState(false)
  const campaigns = useInfiniteQuery(lineQuery).data?.pages.flatMap(({ rows }) => rows) ?? []
  const call = useCommand('meeting.call', 'meeting.call', {
    onAccepted: ({ result }) => {
      draft.clear()
      meetingsMoved(queries)
      void navigate({ to: '/meetings/$meeting', params: { meeting: String(result.stream) } })
    },
  })
  const { below, belowName, campaign } = draft.value
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const words = wordsOf(draft.value)
    tell(words === null || below === '')
    if (!words || below === '' || !post) return
    void call.submit(post.realm, {
      ...{ ...words, unit: post.unit.id, below: Number(below) },
      ...(campaign === '' ? {} : { campaign }),
    })
  }
  return (
    <form className="form card" aria-label={say('meetings.call')} onSubmit={submit} noValidate>
      <h2>{say('meetings.call')}</h2>
      <MeetingFields value={draft.value} change={draft.change} />
      <UnionPicker
        label={say('meetings.below')}
        hint={say('meetings.belowHint')}
        value={below}
        first={belowName}
        onChange={(to, name) => draft.change({ below: to, belowName: name })}
      />
      {campaigns.length > 0 ? (
        <Picker
          key={campaigns.length}
          label={say('meetings.campaign')}
          sections={[
            {
              id: 'all',
              name: '',
              items: [
                { id: '', name: say('meetings.noCampaign') },
                ...campaigns.map(({ id, title, unit }) => ({ id, name: title, note: unit.name })),
              ],
            },
          ]}
          value={campaign}
          onChange={(id) => draft.change({ campaign: id ?? '' })}
          nothing={say('picker.nothing')}
        />
      ) : null}
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
