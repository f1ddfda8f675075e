import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TextInput } from '../../kit/text-input.tsx'
import { useSettled } from '../intake/settled.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import type { Spot } from './draft.ts'
import { spotsQuery, visitsAtQuery } from './queries.ts'

/** Where one was, by the list: one's own places and the last ones first, everything else by name. No position is asked. */
export function SpotField({ value, onChange }: { value: Spot | null; onChange: (spot: Spot | null) => void }) {
  const { say } = useSpeech()
  const [text, type] = useState('')
  const asked = useSettled(text.trim())
  const found = useQuery(spotsQuery(asked))
  if (value)
    return (
      <div className="field">
        <b>{say('visits.where')}</b>
        <p className="visit-chosen">
          <b>{value.name}</b>
          <button type="button" className="btn btn-plain" onClick={() => onChange(null)}>
            {say('visits.elsewhere')}
          </button>
        </p>
        {value.employer === undefined ? null : <Earlier employer={value.employer} />}
      </div>
    )
  const places = (found.data?.places ?? []).map(({ id, name, employer, region }) => ({
    key: id,
    note: employer?.name ?? '',
    spot: { place: id, name, region, ...(employer ? { employer: employer.id } : {}) },
  }))
  const employers = (found.data?.employers ?? []).map(({ id, name, region }) => ({
    key: String(id),
    note: '',
    spot: { employer: id, name, region },
  }))
  const all = [...places, ...employers]
  return (
    <div className="field">
      <TextInput label={say('visits.where')} hint={say('visits.whereHint')} value={text} onChange={type} />
      <ul className="visit-spots" aria-label={say('visits.found')}>
        {all.map(({ key, note, spot }) => (
          <li key={key}>
            <button type="button" onClick={() => onChange(spot)}>
              {spot.name}
              {note ? <small> {note}</small> : null}
            </button>
          </li>
        ))}
      </ul>
      {found.isSuccess && all.length === 0 ? <p className="small">{say('visits.whereNothing')}</p> : null}
    </div>
  )
}

/** Who was there lately, so that nobody is asked the same thing again. It stops nobody. */
function Earlier({ employer }: { employer: number }) {
  const { say } = useSpeech()
  const at = useQuery(visitsAtQuery(employer))
  if (!at.data || at.data.rows.length === 0) return null
  return (
    <div className="visit-earlier" role="status">
      <p>
        {say(at.data.repeated ? 'visits.repeated' : 'visits.earlier', { days: at.data.days, n: at.data.rows.length })}
      </p>
      <ul>
        {at.data.rows.slice(0, 5).map((row, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer have no id and never change
          <EarlierLine key={n} row={row} />
        ))}
      </ul>
    </div>
  )
}

function EarlierLine({ row }: { row: { on: string; kind: string; unit: { name: string }; themes: string[] } }) {
  const names = useNames()
  return (
    <li className="small">
      <time dateTime={row.on} className="num">
        {row.on}
      </time>{' '}
      {row.unit.name}　{names.name('visit.kind', row.kind)}
      {row.themes.length > 0 ? `：${row.themes.map((theme) => names.name('theme', theme)).join('、')}` : ''}
    </li>
  )
}
