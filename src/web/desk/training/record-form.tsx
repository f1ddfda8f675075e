import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { askView } from '../api/view.ts'
import { LineForm } from '../line/form.tsx'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { Tags } from './course-form.tsx'
import { readHours } from './plan-form.tsx'

type Plans = ViewAnswer<'training-plans'>
type Families = ViewAnswer<'training-tags'>['families']
type Row = ViewAnswer<'training-records'>['rows'][number]
const blank = { title: '', on: '', hours: '', plan: '', tags: [] as readonly string[] }

/** Vouches for what one of the own people learnt elsewhere. */
export function RecordForm({ told, families, moved }: { told: Plans; families: Families; moved: () => void }) {
  const { say } = useSpeech()
  const key = `training.record ${told.unit.id}`
  const draft = useDraft(key, blank)
  const [text, type] = useState('')
  const [account, choose] = useState<string | null>(null)
  const found = useQuery({
    queryKey: ['training', 'people', text],
    queryFn: () => askView('training-people', { text: text.trim() }),
    enabled: text.trim() !== '',
  })
  const record = useCommand('training.record', key, {
    onAccepted: () => {
      draft.clear()
      choose(null)
      type('')
      moved()
    },
  })
  const { title, on, plan, tags } = draft.value
  const hours = readHours(draft.value.hours)
  const people = (found.data?.rows ?? []).map((row) => ({ id: row.account, name: row.name, note: row.unit.name }))
  return (
    <LineForm
      {...{ title: say('training.record'), act: say('training.recordDo'), phase: record.phase }}
      ready={account !== null && title.trim() !== '' && on !== '' && hours !== null}
      submit={() =>
        void record.submit(told.realm, {
          ...{
            unit: told.unit.id,
            account: account ?? '',
            title: title.trim(),
            on,
            hours: hours ?? 0,
            tags: [...tags],
          },
          ...(plan === '' ? {} : { plan }),
        })
      }
    >
      <p className="small">{say('training.recordWhy')}</p>
      <Picker
        label={say('training.recordWho')}
        sections={[{ id: 'all', name: '', items: people }]}
        value={account}
        onChange={choose}
        typed={{ text, onType: type }}
        nothing={say(text.trim() === '' ? 'training.typeName' : 'training.foundNobody')}
      />
      <TextInput label={say('training.recordTitle')} value={title} onChange={(to) => draft.change({ title: to })} />
      <div className="form-pair">
        <TextInput
          label={say('training.recordOn')}
          type="date"
          value={on}
          onChange={(to) => draft.change({ on: to })}
        />
        <TextInput
          label={say('training.courseHours')}
          inputMode="decimal"
          value={draft.value.hours}
          onChange={(to) => draft.change({ hours: to })}
        />
      </div>
      <Tags {...{ families, level: told.unit.level, tags }} change={(to) => draft.change({ tags: to })} />
      <Picker
        label={say('training.forPlan')}
        sections={[
          {
            id: 'all',
            name: '',
            items: [
              { id: '', name: say('training.noPlanChosen') },
              ...told.rows.map((row) => ({ id: row.id, name: row.title })),
            ],
          },
        ]}
        value={plan}
        onChange={(id) => draft.change({ plan: id ?? '' })}
        nothing={say('picker.nothing')}
      />
    </LineForm>
  )
}

/** What the own union vouched for; each can be taken back. */
export function Records({ moved }: { moved: () => void }) {
  const { say } = useSpeech()
  const records = useQuery({ queryKey: ['training', 'records'], queryFn: () => askView('training-records', {}) })
  const rows = records.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <>
      <h3>{say('training.records')}</h3>
      <ul className="plain-rows">
        {rows.map((row) => (
          <OneRecord key={row.id} row={row} moved={moved} />
        ))}
      </ul>
    </>
  )
}

function OneRecord({ row, moved }: { row: Row; moved: () => void }) {
  const { say } = useSpeech()
  const back = useCommand('training.take-back', `training.take-back ${row.id}`, { oneClick: true, onAccepted: moved })
  return (
    <li className="plain-row">
      <span>
        {row.name} · {row.title} · <span className="num">{row.on}</span> · {say('training.hours', { n: row.hours })}
      </span>
      {row.verbs.includes('training.take-back') ? (
        <Button
          kind="plain"
          label={`${say('training.takeBack')} ${row.name} ${row.title}`}
          onPress={() => void back.submit(row.realm, { training: row.id })}
        >
          {say('training.takeBack')}
        </Button>
      ) : null}
      <OutcomeWords phase={back.phase} />
    </li>
  )
}
