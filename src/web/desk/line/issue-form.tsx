import { useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Picker } from '../../kit/picker.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { LineForm } from './form.tsx'

type Told = ViewAnswer<'directive'>
const done = { onAccepted: () => undefined }

/** Issues a draft to the own union and all below, or to one of those below. */
export function IssueForm({ told }: { told: Told }) {
  const { say } = useSpeech()
  const [to, choose] = useState<string | null>(String(told.unit.id))
  const issue = useCommand('directive.issue', `directive.issue ${told.id}`, done)
  const units = [told.unit, ...told.children.map(({ unit }) => unit)]
  const items = units.map(({ id, name }) => ({ id: String(id), name: say('line.issueAll', { unit: name }) }))
  return (
    <LineForm
      {...{ title: say('line.issue'), act: say('line.issueDo'), phase: issue.phase, ready: to !== null }}
      submit={() => void issue.submit(realmOfId(told.id), { directive: told.id, unit: Number(to) })}
    >
      <p className="small">{say('line.issueWhy')}</p>
      <Picker
        label={say('line.issueTo')}
        sections={[{ id: 'all', name: '', items }]}
        value={to}
        onChange={choose}
        nothing={say('picker.nothing')}
      />
    </LineForm>
  )
}

/** Lets another directive of the same union take the place of this one. */
export function SupersedeForm({ told, others }: { told: Told; others: ViewAnswer<'campaign'>['directives'] }) {
  const { say } = useSpeech()
  const [successor, choose] = useState<string | null>(null)
  const supersede = useCommand('directive.supersede', `directive.supersede ${told.id}`, done)
  const fit = others.filter(({ id, state, unit }) => id !== told.id && state === 'issued' && unit.id === told.unit.id)
  if (fit.length === 0) return null
  const items = fit.map(({ id, title, number }) => ({ id, name: title, note: number }))
  return (
    <LineForm
      {...{ title: say('line.supersede'), act: say('line.supersedeDo'), phase: supersede.phase }}
      ready={successor !== null}
      submit={() => void supersede.submit(realmOfId(told.id), { directive: told.id, successor: successor ?? '' })}
    >
      <Picker
        label={say('line.successor')}
        sections={[{ id: 'all', name: '', items }]}
        value={successor}
        onChange={choose}
        nothing={say('picker.nothing')}
      />
    </LineForm>
  )
}

/** Withdraws an issued directive, with the reason for everybody who received it. */
export function WithdrawForm({ told }: { told: Told }) {
  const { say } = useSpeech()
  const key = `directive.withdraw ${told.id}`
  const draft = useDraft(key, { reason: '' })
  const withdraw = useCommand('directive.withdraw', key, { onAccepted: draft.clear })
  const { reason } = draft.value
  return (
    <LineForm
      {...{ title: say('line.withdraw'), act: say('line.withdrawDo'), phase: withdraw.phase }}
      ready={reason.trim() !== ''}
      submit={() => void withdraw.submit(realmOfId(told.id), { directive: told.id, reason })}
    >
      <TextInput
        label={say('line.reason')}
        value={reason}
        onChange={(to) => draft.change({ reason: to })}
        long
        required
      />
    </LineForm>
  )
}
