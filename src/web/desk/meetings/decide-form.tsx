import { realmOfId } from '../../../domain/id.ts'
import { Choices } from '../../kit/choices.tsx'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { LineForm } from '../line/form.tsx'
import { useSpeech } from '../text/say.tsx'
import type { Props } from './meeting-acts.tsx'
import { UnionPicker } from './union-picker.tsx'

/** A decision: the task of a union until a day, or the last clause of a draft of the union that called. */
export function Decide({ page, moved }: Props) {
  const { say } = useSpeech()
  const { id, unit } = page.meeting
  const key = `meeting.decide ${id}`
  const blank = { what: '', as: 'task', unit: String(unit.id), unitName: unit.name, until: '', directive: '' }
  const draft = useDraft(key, blank)
  const decide = useCommand('meeting.decide', key, {
    onAccepted: () => {
      draft.clear()
      moved()
    },
  })
  const { what, as, until, directive } = draft.value
  const asTask = as === 'task' || page.drafts.length === 0
  const ready = what.trim() !== '' && (asTask ? draft.value.unit !== '' && until !== '' : directive !== '')
  const becomes = asTask ? { unit: Number(draft.value.unit), until } : { directive }
  return (
    <LineForm
      {...{ title: say('meetings.decide'), act: say('meetings.decideDo'), phase: decide.phase, ready }}
      submit={() => void decide.submit(realmOfId(id), { meeting: id, what: what.trim(), ...becomes })}
    >
      <p className="small">{say('meetings.everybodyReads')}</p>
      <TextInput label={say('meetings.what')} long value={what} onChange={(to) => draft.change({ what: to })} />
      {page.drafts.length > 0 ? (
        <Choices
          label={say('meetings.becomes')}
          choices={(['task', 'clause'] as const).map((each) => ({ id: each, name: say(`meetings.as.${each}`) }))}
          value={as}
          onChange={(to) => draft.change({ as: to })}
        />
      ) : (
        <p className="small">{say('meetings.noDrafts')}</p>
      )}
      {asTask ? (
        <div className="form-pair">
          <UnionPicker
            label={say('meetings.unitNo')}
            value={draft.value.unit}
            first={draft.value.unitName}
            onChange={(to, name) => draft.change({ unit: to, unitName: name })}
          />
          <TextInput
            label={say('meetings.until')}
            type="date"
            value={until}
            onChange={(to) => draft.change({ until: to })}
          />
        </div>
      ) : (
        <Picker
          label={say('meetings.ofDraft')}
          hint={say('meetings.ofDraftHint')}
          sections={[
            {
              id: 'all',
              name: '',
              items: page.drafts.map((each) => ({ id: each.id, name: each.title, note: each.number })),
            },
          ]}
          value={directive === '' ? null : directive}
          onChange={(to) => draft.change({ directive: to ?? '' })}
          nothing={say('picker.nothing')}
        />
      )}
    </LineForm>
  )
}
