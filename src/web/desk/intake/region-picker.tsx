import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Picker } from '../../kit/picker.tsx'
import { regionsQuery } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'
import { useSettled } from './settled.ts'

interface Place {
  readonly code: string
  readonly name: string
}

/** A county or township, found by name; the path tells places of one name apart. */
export function RegionPicker(props: {
  /** What is asked; without it, where the worker works. */
  readonly label?: string
  readonly value: Place | null
  readonly onChange: (place: Place | null) => void
}) {
  const { value, onChange } = props
  const { say } = useSpeech()
  const [text, type] = useState(value?.name ?? '')
  const asked = useSettled(text.trim())
  const regions = useQuery(regionsQuery(asked === value?.name ? '' : asked))
  const found = (regions.data?.rows ?? []).filter((row) => /^\d{6}(\d{3})?$/.test(row.code) && !row.code.endsWith('00'))
  const items = found.map((row) => ({ id: row.code, name: row.name, note: row.path.join(' › ') }))
  const shown =
    value && !items.some((item) => item.id === value.code) ? [{ id: value.code, name: value.name }, ...items] : items
  return (
    <Picker
      label={props.label ?? say('intake.region')}
      hint={say('intake.regionHint')}
      sections={[{ id: 'found', name: '', items: shown }]}
      value={value?.code ?? null}
      typed={{ text, onType: type }}
      onChange={(code) => {
        const item = shown.find((each) => each.id === code)
        onChange(item ? { code: item.id, name: item.name } : null)
        if (item) type(item.name)
      }}
      nothing={say(asked ? 'picker.nothing' : 'picker.type')}
    />
  )
}
