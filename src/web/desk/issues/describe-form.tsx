import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { isMeasure } from '../../../domain/measure/is-measure.ts'
import { Button } from '../../kit/button.tsx'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { UnionPicker } from '../meetings/union-picker.tsx'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { Rows } from '../verb/rows.tsx'
import { useActing, useMay } from './acting.ts'
import { readAsking } from './asking.ts'

type Post = NonNullable<ReturnType<typeof useActing>>
/** `row` stays with what was chosen when a row above it is taken out. */
type Where = { readonly row: number; readonly id: string; readonly name: string }
interface Value {
  readonly title: string
  readonly text: string
  readonly since: string
  readonly where: readonly Where[]
  readonly measure: string
  readonly cut: string
}

/** A union writes down what it tries, where, and by which figure one may look whether it helped. */
export function DescribePractice() {
  const { say } = useSpeech()
  const post = useActing()
  const may = useMay('practice.describe')
  const [open, setOpen] = useState(false)
  if (!may || !post) return null
  return (
    <section className="issue-acts" aria-label={say('act.practice.describe')}>
      <div className="issue-buttons">
        <Button kind={open ? 'quiet' : 'act'} pressed={open} onPress={() => setOpen(!open)}>
          {say('act.practice.describe')}
        </Button>
      </div>
      {open ? <DescribeForm post={post} /> : null}
    </section>
  )
}

function DescribeForm({ post }: { post: Post }) {
  const { say } = useSpeech()
  const names = useNames()
  const navigate = useNavigate()
  const key = `practice.describe ${post.unit.id}`
  const own = { row: 1, id: String(post.unit.id), name: post.unit.name }
  const blank: Value = { title: '', text: '', since: '', where: [own], measure: '', cut: '' }
  const draft = useDraft<Value>(key, blank)
  const { title, text, since, where, measure, cut } = draft.value
  const [missing, tell] = useState(false)
  const describe = useCommand('practice.describe', key, {
    onAccepted: ({ result }) => {
      draft.clear()
      void navigate({ to: '/issues', search: readAsking({ tab: 'practices', id: result.stream }) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const whole = [title, text, since, ...where.map(({ id }) => id)].every((each) => each.trim() !== '')
    tell(!whole || !isMeasure(measure))
    if (!whole || !isMeasure(measure)) return
    void describe.submit(post.realm, {
      ...{ unit: post.unit.id, title: title.trim(), text: text.trim(), since, measure },
      where: where.map(({ id }) => Number(id)),
      ...(cut ? { cut } : {}),
    })
  }
  const measures = names.list('measure').map(({ code, name }) => ({ id: code, name }))
  const cuts = names.groups.map(({ code, name }) => ({ id: `topic:${code}`, name }))
  return (
    <form className="form card" aria-label={say('act.practice.describe')} onSubmit={submit} noValidate>
      <h2>{say('act.practice.describe')}</h2>
      <TextInput
        label={say('practices.title')}
        value={title}
        onChange={(to) => draft.change({ title: to })}
        maxLength={60}
      />
      <TextInput
        label={say('practices.text')}
        hint={say('practices.textHint')}
        value={text}
        onChange={(to) => draft.change({ text: to })}
        long
      />
      <TextInput
        label={say('practices.since')}
        type="date"
        value={since}
        onChange={(to) => draft.change({ since: to })}
      />
      <Rows
        title={say('practices.where')}
        rows={where}
        fewest={1}
        add={say('practices.addWhere')}
        empty={{ row: Math.max(...where.map(({ row }) => row)) + 1, id: '', name: '' }}
        change={(rows) => draft.change({ where: rows })}
      >
        {(row, put, n) => (
          <UnionPicker
            key={row.row}
            label={say('practices.whereOne', { n })}
            value={row.id}
            first={row.name}
            onChange={(id, name) => put({ id, name })}
          />
        )}
      </Rows>
      <Picker
        label={say('practices.measure')}
        hint={say('practices.measureHint')}
        sections={[{ id: 'all', name: '', items: measures }]}
        value={measure || null}
        onChange={(id) => draft.change({ measure: id ?? '' })}
        nothing={say('picker.nothing')}
      />
      <Picker
        label={say('practices.cut')}
        sections={[{ id: 'all', name: '', items: cuts }]}
        value={cut || null}
        onChange={(id) => draft.change({ cut: id ?? '' })}
        nothing={say('picker.nothing')}
      />
      <p className="wrong" role="alert">
        {missing ? say('issues.missing') : ''}
      </p>
      <OutcomeWords phase={describe.phase} />
      <div className="form-end">
        <Button kind="act" type="submit" pending={describe.phase.is === 'sending'}>
          {say('practices.submit')}
        </Button>
      </div>
    </form>
  )
}
