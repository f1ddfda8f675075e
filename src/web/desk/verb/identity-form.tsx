import { useState } from 'react'
import { wishesOf } from '../../../domain/contact-wishes.ts'
import { realmOfId } from '../../../domain/id.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import type { Opened } from '../api/command.ts'
import { useCommand } from '../api/use-command.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { Wishes } from './call-first.tsx'
import type { FormProps } from './form-props.ts'
import { FormShell } from './verb-form.tsx'

type Identity = Readonly<Partial<Record<string, string>>>

/** Who the worker is: only for a purpose, and the worker is told. Shown until this place is closed, kept nowhere. */
export function IdentityForm({ row, onCancel }: FormProps) {
  const { say } = useSpeech()
  const names = useNames()
  const [purpose, setPurpose] = useState<string | null>(null)
  const [identity, setIdentity] = useState<Identity | null>(null)
  const command = useCommand('content.open', `${row.id} content.open identity`, {
    onAccepted: ({ opened }) => setIdentity(readIdentity(opened)),
  })
  const wishes = identity && wishesOf(identity)
  if (identity)
    return (
      <div className="form card">
        {wishes && <Wishes wishes={wishes} />}
        <dl className="facts">
          {(['name', 'phone', 'reach'] as const).map((part) => (
            <div key={part} className="fact">
              <dt>{say(`identity.${part}`)}</dt>
              <dd className="num">{identity[part] || say('identity.notGiven')}</dd>
            </div>
          ))}
        </dl>
        <p className="small">{say('identity.told')}</p>
        <Button onPress={onCancel}>{say('identity.close')}</Button>
      </div>
    )
  return (
    <FormShell
      title={say('verb.content.open.identity')}
      act={say('act.content.open.identity')}
      command={command}
      onCancel={onCancel}
      submit={() => {
        if (!purpose) return say('identity.purposeMissing')
        void command.submit(realmOfId(row.id), { demand: row.id, part: 'identity', purpose })
        return null
      }}
    >
      <Choices
        label={say('identity.purpose')}
        hint={say('identity.hint')}
        choices={names.list('reason.purpose').map(({ code, name }) => ({ id: code, name }))}
        value={purpose}
        onChange={setPurpose}
      />
    </FormShell>
  )
}

/** Identity is sealed as one value, a JSON text; what was corrected later replaces all of it. */
function readIdentity(opened: Opened): Identity {
  return JSON.parse(Object.values(opened).at(-1) ?? '{}') as Identity
}
