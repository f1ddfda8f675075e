import { useQuery } from '@tanstack/react-query'
import { readDemandNumber } from '../../../domain/code/demand-number.ts'
import { Chip } from '../../kit/chip.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useDraft } from '../api/draft.ts'
import { type DemandRow, searchQuery } from '../api/view.ts'
import { useRegionName } from '../demand/region-name.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { FormProps } from './form-props.ts'
import { faultOf } from './merge-fault.ts'
import { VerbForm } from './verb-form.tsx'

/** Handles a demand together with another one, found by its number. Topic, employer and region are shown before it is done. */
export function MergeForm(props: FormProps) {
  const { say } = useSpeech()
  const { row } = props
  const draft = useDraft(`${row.id} demand.merge`, { number: '' })
  const { number } = draft.value
  const read = readDemandNumber(number)
  const found = useQuery(searchQuery(read.problem === null ? read.number : null))
  const master = read.problem === null ? found.data?.row : undefined
  const fault = read.problem === null ? faultOf(row, master) : 'merge.shape'
  return (
    <VerbForm
      {...props}
      kind="demand.merge"
      title={say('verb.demand.merge')}
      act={say('act.demand.merge')}
      clear={draft.clear}
      build={() =>
        fault === null && master ? { demand: row.id, master: master.id } : { missing: say(fault ?? 'merge.shape') }
      }
    >
      <p>{say('merge.why')}</p>
      <TextInput
        label={say('merge.number')}
        hint={say('merge.hint')}
        error={number.trim() && fault !== null && fault !== 'merge.looking' ? say(fault) : undefined}
        value={number}
        onChange={(value) => draft.change({ number: value })}
      />
      <div role="status">
        {master ? <Found row={master} /> : fault === 'merge.looking' ? say('merge.looking') : null}
      </div>
    </VerbForm>
  )
}

function Found({ row }: { row: DemandRow }) {
  const { say } = useSpeech()
  const names = useNames()
  const region = useRegionName(row.region)
  const topic = row.topic === null ? null : names.topic(row.topic)
  return (
    <p className="preview">
      <b>{topic?.name ?? say('line.noTopic')}</b>{' '}
      {[row.employer?.name, row.agency?.name, region, say('line.persons', { n: row.persons }), row.lead?.unit.name]
        .filter(Boolean)
        .join(' · ')}{' '}
      <Chip>{say(`status.${row.status}`)}</Chip>
    </p>
  )
}
