import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { chosenText, Picker } from '../../kit/picker.tsx'
import { askView } from '../api/view.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

/** One union at or below the own, found by any part of its name. `first`: what it is called before anybody types. */
export function UnionPicker(props: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly first: string
  readonly onChange: (id: string, name: string) => void
}) {
  const { label, hint, value, first, onChange } = props
  const { say } = useSpeech()
  const names = useNames()
  const [text, type] = useState(first)
  const [wanted, want] = useState('')
  // A choice types its own name into the field; that is no search.
  const chosen = useRef(first)
  const asked = useQuery({
    queryKey: ['unions-below', wanted],
    queryFn: () => askView('unions-below', wanted === '' ? {} : { text: wanted }),
    placeholderData: (before) => before,
  })
  const rows = asked.data?.rows ?? []
  const items = rows.map(({ id, name, level }) => ({ id: String(id), name, note: names.name('level', level) }))
  return (
    <Picker
      label={label}
      {...(hint ? { hint } : {})}
      sections={[{ id: 'all', name: '', items }]}
      value={value === '' ? null : value}
      onChange={(id) => {
        const name = rows.find((row) => String(row.id) === id)?.name ?? ''
        if (id !== null) {
          chosen.current = name
          type(name)
        }
        onChange(id ?? '', name)
      }}
      typed={{
        text,
        onType: (typed) => {
          type(typed)
          if (typed !== chosen.current && !items.some((each) => chosenText(each) === typed))
            want(typed.trim().slice(0, 40))
        },
      }}
      nothing={say('meetings.noUnion')}
    />
  )
}
