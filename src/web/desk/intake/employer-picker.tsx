import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Picker } from '../../kit/picker.tsx'
import { employersQuery } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'
import { useSettled } from './settled.ts'

interface Employer {
  readonly id: number
  readonly name: string
}
interface Props {
  /** Where the work is done, or who hired the worker out: such a company is looked for in the whole prefecture. */
  readonly as?: 'employer' | 'agency'
  readonly region: string
  readonly value: Employer | null
  readonly onChange: (employer: Employer | null) => void
}

/** The employer, if the worker names one; only those known in the region can be chosen. */
export function EmployerPicker({ as = 'employer', region, value, onChange }: Props) {
  const { say } = useSpeech()
  const [text, type] = useState(value?.name ?? '')
  const asked = useSettled(text.trim())
  const employers = useQuery(employersQuery(region, asked === value?.name ? '' : asked, as))
  const items = (employers.data?.rows ?? []).map((row) => ({ id: String(row.id), name: row.name }))
  const shown =
    value && !items.some((item) => item.id === String(value.id))
      ? [{ id: String(value.id), name: value.name }, ...items]
      : items
  return (
    <Picker
      label={say(`intake.${as}`)}
      hint={say(region ? `intake.${as}Hint` : 'intake.employerAfterRegion')}
      sections={[{ id: 'found', name: '', items: shown }]}
      value={value === null ? null : String(value.id)}
      typed={{ text, onType: type }}
      onChange={(id) => {
        const item = shown.find((each) => each.id === id)
        onChange(item ? { id: Number(item.id), name: item.name } : null)
        if (item) type(item.name)
      }}
      nothing={say(asked ? 'picker.nothing' : 'picker.type')}
    />
  )
}
