import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { realmOfRegion } from '../../../domain/id.ts'
import { Choices } from '../../kit/choices.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { useCommand } from '../api/use-command.ts'
import { remember } from '../frame/remembered.ts'
import { useTitle } from '../frame/title.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { FormShell } from '../verb/verb-form.tsx'
import { EmployerPicker } from './employer-picker.tsx'
import { emptyIntake, type IntakeDraft, intakeBody, modes } from './intake-body.ts'
import { PaperPhoto } from './paper-photo.tsx'
import { Receipt, type ReceiptShown } from './receipt.tsx'
import { RegionPicker } from './region-picker.tsx'

const draftKey = 'intake'

/** Raises a demand for a worker who calls, comes or writes. Ends with the receipt to be read aloud. */
export function Intake() {
  const { say } = useSpeech()
  const names = useNames()
  const { list = 'today' } = useParams({ strict: false })
  const draft = useDraft<IntakeDraft>(draftKey, emptyIntake())
  useTitle(say('intake.title'))
  const [receipt, show] = useState<ReceiptShown | null>(null)
  const command = useCommand('demand.raise', draftKey, {
    onAccepted: ({ result }) => {
      show({
        number: String(result.number),
        code: String(result.code),
        checkWord: String(result.checkWord),
        id: String(result.stream),
      })
      if (draft.value.region) remember('region', `${draft.value.region.code} ${draft.value.region.name}`)
      draft.clear()
    },
  })
  const { value, change } = draft
  return (
    <article className="demand" aria-labelledby="intake-name">
      <header className="head">
        <Link to="/$list" params={{ list }} className="back" aria-label={say('frame.toList')}>
          ‹
        </Link>
        <h1 id="intake-name">{say(receipt ? 'receipt.title' : 'intake.title')}</h1>
      </header>
      <div className="body">
        {receipt ? (
          <Receipt receipt={receipt} list={list} again={() => show(null)} />
        ) : (
          <div className="intake-beside">
            <PaperPhoto kept={value.paper} keep={(paper) => change({ paper })} />
            <FormShell
              title={say('intake.title')}
              act={say('intake.do')}
              command={command}
              onCancel={() => history.back()}
              submit={() => {
                const built = intakeBody(value)
                if ('missing' in built) return say(built.missing)
                void command.submit(realmOfRegion(built.region), built)
                return null
              }}
            >
              <TextInput
                label={say('intake.text')}
                hint={say('intake.textHint')}
                long
                value={value.text}
                onChange={(text) => change({ text })}
              />
              <Choices
                label={say('intake.channel')}
                choices={names.list('channel.staff').map(({ code, name }) => ({ id: code, name }))}
                value={value.channel}
                onChange={(channel) => change({ channel })}
              />
              <RegionPicker
                value={value.region}
                onChange={(region) => change({ region, employer: null, agency: null })}
              />
              <EmployerPicker
                region={value.region?.code ?? ''}
                value={value.employer}
                onChange={(employer) => change({ employer })}
              />
              <EmployerPicker
                as="agency"
                region={value.region?.code ?? ''}
                value={value.agency}
                onChange={(agency) => change({ agency })}
              />
              <TextInput
                label={say('intake.persons')}
                hint={say('intake.personsHint')}
                inputMode="numeric"
                value={value.persons}
                onChange={(persons) => change({ persons })}
              />
              <Choices
                label={say('intake.mode')}
                tall
                choices={modes.map((mode) => ({
                  id: mode,
                  name: say(`mode.${mode}`),
                  note: say(`intake.mode.${mode}`),
                }))}
                value={value.mode}
                onChange={(id) => change({ mode: modes.find((mode) => mode === id) ?? null })}
              />
              {value.mode === 'anonymous' || value.mode === null ? null : (
                <>
                  <TextInput label={say('identity.name')} value={value.name} onChange={(name) => change({ name })} />
                  <TextInput
                    label={say('identity.phone')}
                    type="tel"
                    inputMode="tel"
                    value={value.phone}
                    onChange={(phone) => change({ phone })}
                  />
                  <TextInput
                    label={say('identity.reach')}
                    hint={say('intake.reachHint')}
                    value={value.reach}
                    onChange={(reach) => change({ reach })}
                  />
                </>
              )}
            </FormShell>
          </div>
        )}
      </div>
    </article>
  )
}
