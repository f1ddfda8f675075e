import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlaceRow } from '../../../protocol/visit-view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import type { Unit } from './lists.tsx'
import { today } from './today.ts'

export type Colleague = { readonly post: number; readonly holder: string; readonly role: string }
interface Props {
  readonly row: PlaceRow
  readonly unit: Unit
  readonly posts: readonly Colleague[]
}

/** What can be arranged about one contact point: another owner, who lives there from when to when, that it is kept no longer. */
export function PlaceActs({ row, unit, posts }: Props) {
  const { say } = useSpeech()
  if (!row.verbs.includes('place.pass-on')) return null
  return (
    <details>
      <summary aria-label={`${say('visits.arrange')} ${row.name}`}>{say('visits.arrange')}</summary>
      <div className="visit-acts">
        <PassOn row={row} unit={unit} posts={posts} />
        <Station row={row} unit={unit} posts={posts} />
        <End row={row} unit={unit} posts={posts} />
      </div>
    </details>
  )
}

function useAnew(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: ['places'] })
}

/** One of the union's posts, by who holds it. */
function PostField(props: {
  label: string
  posts: readonly Colleague[]
  value: number
  onChange: (post: number) => void
}) {
  const { sayOr } = useSpeech()
  return (
    <label className="field">
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChange(Number(event.target.value))}>
        {props.posts.map(({ post, holder, role }) => (
          <option key={post} value={post}>
            {`${holder}（${sayOr(`role.${role}`, 'role.handler')}）`}
          </option>
        ))}
      </select>
    </label>
  )
}

function PassOn({ row, unit, posts }: Props) {
  const { say } = useSpeech()
  const others = posts.filter(({ post }) => post !== row.owner?.post)
  const [chosen, choose] = useState<number | null>(null)
  const owner = chosen ?? others[0]?.post
  const passOn = useCommand('place.pass-on', `place.pass-on ${row.id}`, {
    onAccepted: () => {
      choose(null)
      anew()
    },
  })
  const anew = useAnew()
  if (owner === undefined) return null
  return (
    <fieldset className="visit-row">
      <legend>{say('visits.passOn')}</legend>
      <PostField label={say('visits.newOwner')} posts={others} value={owner} onChange={choose} />
      <OutcomeWords phase={passOn.phase} />
      <Button
        disabled={passOn.phase.is === 'sending'}
        onPress={() => void passOn.submit(unit.realm, { place: row.id, owner })}
      >
        {say('visits.passOnDo')}
      </Button>
    </fieldset>
  )
}

function Station({ row, unit, posts }: Props) {
  const { say } = useSpeech()
  const [chosen, choose] = useState<number | null>(null)
  const [from, begin] = useState(today)
  const [to, until] = useState('')
  const anew = useAnew()
  const station = useCommand('place.station', `place.station ${row.id}`, {
    onAccepted: () => {
      until('')
      anew()
    },
  })
  const back = useCommand('place.unstation', `place.unstation ${row.id}`, { oneClick: true, onAccepted: anew })
  const post = chosen ?? posts[0]?.post
  return (
    <fieldset className="visit-row">
      <legend>{say('visits.station')}</legend>
      {row.stationed.map(({ entry, holder, from: first, to: last }) => (
        <p key={entry} className="visit-chosen">
          {say('visits.stationed', { who: holder ?? '', from: first, to: last })}
          <Button
            kind="plain"
            label={`${say('visits.unstation')} ${holder ?? ''} ${first}`}
            onPress={() => void back.submit(unit.realm, { place: row.id, entry })}
          >
            {say('visits.unstation')}
          </Button>
        </p>
      ))}
      <OutcomeWords phase={back.phase} />
      {post === undefined ? null : (
        <>
          <PostField label={say('visits.whoStays')} posts={posts} value={post} onChange={choose} />
          <TextInput label={say('visits.from')} type="date" value={from} onChange={begin} />
          <TextInput label={say('visits.until')} type="date" value={to} onChange={until} />
          <OutcomeWords phase={station.phase} />
          <Button
            disabled={!from || !to || station.phase.is === 'sending'}
            onPress={() => void station.submit(unit.realm, { place: row.id, post, fromOn: from, toOn: to })}
          >
            {say('visits.stationDo')}
          </Button>
        </>
      )}
    </fieldset>
  )
}

function End({ row, unit }: Props) {
  const { say } = useSpeech()
  const [on, set] = useState(today)
  const anew = useAnew()
  const end = useCommand('place.end', `place.end ${row.id}`, { onAccepted: anew })
  return (
    <fieldset className="visit-row">
      <legend>{say('visits.end')}</legend>
      <p className="small">{say('visits.endHint')}</p>
      <TextInput label={say('visits.endOn')} type="date" value={on} onChange={set} />
      <OutcomeWords phase={end.phase} />
      <Button
        disabled={!on || end.phase.is === 'sending'}
        onPress={() => void end.submit(unit.realm, { place: row.id, on })}
      >
        {say('visits.endDo')}
      </Button>
    </fieldset>
  )
}
