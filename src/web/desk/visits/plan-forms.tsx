import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import type { Spot } from './draft.ts'
import type { Unit } from './lists.tsx'
import { SpotField } from './spot-field.tsx'
import { today } from './today.ts'

function useAnew(name: string): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: [name] })
}

/** Plans a visit for oneself. */
export function PlanForm({ unit, post }: { unit: Unit; post: number }) {
  const { say } = useSpeech()
  const [spot, choose] = useState<Spot | null>(null)
  const [on, set] = useState(today)
  const anew = useAnew('plans')
  const plan = useCommand('visit.plan', 'visit.plan', {
    onAccepted: () => {
      choose(null)
      anew()
    },
  })
  const where = (chosen: Spot) =>
    chosen.place ? { place: chosen.place } : chosen.employer ? { employer: chosen.employer } : { region: chosen.region }
  return (
    <details>
      <summary>{say('visits.plan')}</summary>
      <SpotField value={spot} onChange={choose} />
      <TextInput label={say('visits.planOn')} type="date" value={on} onChange={set} />
      <OutcomeWords phase={plan.phase} />
      <Button
        kind="act"
        disabled={!spot || !on || plan.phase.is === 'sending'}
        onPress={() => spot && void plan.submit(unit.realm, { unit: unit.id, ...where(spot), on, post })}
      >
        {say('visits.planDo')}
      </Button>
    </details>
  )
}

/** Keeps a contact point of one's own, from today. */
export function PlaceForm({ unit, post }: { unit: Unit; post: number }) {
  const { say } = useSpeech()
  const names = useNames()
  const [name, type] = useState('')
  const [kind, choose] = useState('team')
  const [spot, pick] = useState<Spot | null>(null)
  const anew = useAnew('places')
  const keep = useCommand('place.keep', 'place.keep', {
    onAccepted: () => {
      type('')
      pick(null)
      anew()
    },
  })
  return (
    <details>
      <summary>{say('visits.keep')}</summary>
      <TextInput label={say('visits.placeName')} hint={say('visits.placeNameHint')} value={name} onChange={type} />
      <label className="field">
        <span>{say('visits.placeKind')}</span>
        <select value={kind} onChange={(event) => choose(event.target.value)}>
          {names.list('place.kind').map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}
            </option>
          ))}
        </select>
      </label>
      <SpotField value={spot} onChange={pick} />
      <OutcomeWords phase={keep.phase} />
      <Button
        kind="act"
        disabled={!name.trim() || keep.phase.is === 'sending'}
        onPress={() =>
          void keep.submit(unit.realm, {
            ...{ unit: unit.id, name: name.trim(), kind, owner: post, fromOn: today() },
            ...(spot?.employer ? { employer: spot.employer } : {}),
          })
        }
      >
        {say('visits.keepDo')}
      </Button>
    </details>
  )
}
