import { type FormEvent, useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { chinaInstant } from './china-instant.ts'
import { usePostName } from './post-name.ts'

/** Puts a post on duty from one instant to another. The times typed are China's, whatever the machine believes. */
export function DutyForm({ office }: { office: ViewAnswer<'office'> }) {
  const { say } = useSpeech()
  const nameOf = usePostName()
  const draft = useDraft(`duty.set ${office.unit.id}`, { post: null as string | null, from: '', to: '' })
  const { post, from, to } = draft.value
  const [missing, setMissing] = useState(false)
  const set = useCommand('duty.set', 'duty.set', { onAccepted: draft.clear })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [start, end] = [chinaInstant(from), chinaInstant(to)]
    setMissing(!post || !start || !end)
    if (!post || !start || !end) return
    void set.submit(office.realm, { unit: office.unit.id, post: Number(post), from: start, to: end })
  }
  return (
    <form className="form" aria-label={say('office.add')} onSubmit={submit} noValidate>
      <h3>{say('office.add')}</h3>
      <Picker
        label={say('office.post')}
        sections={[
          { id: 'all', name: '', items: office.posts.map((each) => ({ id: String(each.post), name: nameOf(each) })) },
        ]}
        value={post}
        onChange={(id) => draft.change({ post: id })}
        nothing={say('picker.nothing')}
      />
      <div className="form-pair">
        <TextInput
          label={say('office.from')}
          type="datetime-local"
          value={from}
          onChange={(value) => draft.change({ from: value })}
        />
        <TextInput
          label={say('office.to')}
          type="datetime-local"
          value={to}
          onChange={(value) => draft.change({ to: value })}
        />
      </div>
      <p className="wrong" role="alert">
        {missing ? say('office.missing') : ''}
      </p>
      <OutcomeWords phase={set.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" pending={set.phase.is === 'sending'}>
          {say('office.set')}
        </Button>
      </div>
    </form>
  )
}
