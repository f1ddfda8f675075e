import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { EmployerPicker } from '../intake/employer-picker.tsx'
import { RegionPicker } from '../intake/region-picker.tsx'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { TopicPicker } from '../verb/topic-picker.tsx'
import { useActing, useMay } from './acting.ts'
import { readAsking } from './asking.ts'

const kinds = ['employer', 'agency', 'region'] as const
type Kind = (typeof kinds)[number]
type Place = Parameters<typeof RegionPicker>[0]['value']
type Employer = Parameters<typeof EmployerPicker>[0]['value']
interface Value {
  readonly topic: string | null
  readonly kind: Kind
  readonly place: Place
  readonly employer: Employer
  readonly title: string
}
const blank: Value = { topic: null, kind: 'region', place: null, employer: null, title: '' }

/** What a cadre knows from the workshops may be an issue before anything was counted (domain §2.9). */
export function OpenOwn() {
  const { say } = useSpeech()
  const post = useActing()
  const may = useMay('issue.open')
  const [open, setOpen] = useState(false)
  if (!may || !post) return null
  return (
    <section className="issue-acts" aria-label={say('issues.openOwn')}>
      <div className="issue-buttons">
        <Button kind={open ? 'quiet' : 'act'} pressed={open} onPress={() => setOpen(!open)}>
          {say('issues.openOwn')}
        </Button>
      </div>
      {open ? <OpenForm post={post} /> : null}
    </section>
  )
}

function OpenForm({ post }: { post: NonNullable<ReturnType<typeof useActing>> }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const key = `issue.open ${post.unit.id}`
  const draft = useDraft<Value>(key, blank)
  const { topic, kind, place, employer, title } = draft.value
  const [missing, tell] = useState(false)
  const open = useCommand('issue.open', key, {
    onAccepted: ({ result }) => {
      draft.clear()
      void navigate({ to: '/issues', search: readAsking({ tab: 'issues', id: result.stream }) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const at = kind === 'region' ? place && { region: place.code } : employer && { employer: employer.id }
    tell(!topic || !at || title.trim() === '')
    if (topic && at && title.trim() !== '')
      void open.submit(post.realm, { unit: post.unit.id, topic, title: title.trim(), ...at })
  }
  return (
    <form className="form card" aria-label={say('issues.openOwn')} onSubmit={submit} noValidate>
      <h2>{say('issues.openOwn')}</h2>
      <p className="small">{say('issues.openOwnWhy')}</p>
      <TopicPicker value={topic} onChange={(code) => draft.change({ topic: code })} />
      <Choices
        label={say('issues.where')}
        choices={kinds.map((id) => ({ id, name: say(`issues.whereKind.${id}`) }))}
        value={kind}
        onChange={(id) => draft.change({ kind: kinds.find((each) => each === id) ?? 'region', employer: null })}
      />
      <RegionPicker
        label={say('issues.region')}
        value={place}
        onChange={(at) => draft.change({ place: at, employer: null })}
      />
      {kind === 'region' ? null : (
        <EmployerPicker
          key={kind}
          as={kind}
          region={place?.code ?? ''}
          value={employer}
          onChange={(chosen) => draft.change({ employer: chosen })}
        />
      )}
      <TextInput
        label={say('issues.titleField')}
        hint={say('issues.titleHint')}
        value={title}
        onChange={(text) => draft.change({ title: text })}
        maxLength={60}
      />
      <p className="wrong" role="alert">
        {missing ? say('issues.missing') : ''}
      </p>
      <OutcomeWords phase={open.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" pending={open.phase.is === 'sending'}>
          {say('issues.openOne')}
        </Button>
      </div>
    </form>
  )
}
