import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { askView } from '../api/view.ts'
import { Shown } from '../line/shown.tsx'
import { PlainPage } from '../office/page.tsx'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import './training.css'

type Class = ViewAnswer<'class'>['class']

/** One class: its sessions, and for who keeps it the list, the seats, the attendance. */
export function ClassPage() {
  const { say } = useSpeech()
  const { class: id } = useParams({ strict: false }) as { class: string }
  const asked = useQuery({ queryKey: ['training', 'class', id], queryFn: () => askView('class', { class: id }) })
  return (
    <PlainPage title={asked.data?.class.title ?? say('training.classes')}>
      <Shown asked={asked}>{({ class: one }) => <Told one={one} />}</Shown>
    </PlainPage>
  )
}

function Told({ one }: { one: Class }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries({ queryKey: ['training'] })
  const attend = useCommand('class.attend', `class.attend ${one.id}`, { oneClick: true, onAccepted: again })
  const finish = useCommand('class.finish', `class.finish ${one.id}`, { oneClick: true, onAccepted: again })
  const accounts = one.learners?.map(({ account }) => account) ?? []
  const may = (verb: string) => one.verbs.includes(verb)
  return (
    <div className="training">
      <p>
        {one.unit.name} · {one.venue} · {say('training.seats', { n: one.enrolled, of: one.seats })} ·{' '}
        {say(`training.${one.status}`)}
        {one.trainer ? ` · ${one.trainer}` : ''}
      </p>
      <ul className="plain-rows">
        {one.sessions.map(({ n, startAt, endAt, hours }) => (
          <li key={n} className="plain-row">
            <span className="num">
              {n}. {startAt.slice(0, 16).replace('T', ' ')} — {endAt.slice(11, 16)} ·{' '}
              {say('training.hours', { n: hours })}
            </span>
            {may('class.attend') && accounts.length > 0 ? (
              <Button
                kind="plain"
                onPress={() => void attend.submit(one.realm, { class: one.id, session: n, accounts })}
              >
                {say('training.allHere', { n })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <OutcomeWords phase={attend.phase} />
      {one.learners ? <Learners learners={one.learners} /> : null}
      {may('class.enrol') ? <Enrol one={one} again={again} /> : null}
      {may('class.attend-import') ? <Sheet one={one} again={again} /> : null}
      {may('class.finish') ? (
        <Button kind="act" onPress={() => void finish.submit(one.realm, { class: one.id })}>
          {say('training.finish')}
        </Button>
      ) : null}
      <OutcomeWords phase={finish.phase} />
    </div>
  )
}

function Learners({ learners }: { learners: NonNullable<Class['learners']> }) {
  const { say } = useSpeech()
  if (learners.length === 0) return <p className="small">{say('training.nobody')}</p>
  return (
    <ul className="plain-rows" aria-label={say('training.list')}>
      {learners.map(({ account, name, unit, marks, overloaded }) => (
        <li key={account}>
          {name} <span className="small">{unit?.name}</span>{' '}
          <span className="num">
            {marks.map(({ session, hours }) => say('training.mark', { session, hours })).join('　')}
          </span>
          {overloaded ? <span className="small"> {say('training.overloaded')}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function Enrol({ one, again }: { one: Class; again: () => void }) {
  const { say } = useSpeech()
  const [text, type] = useState('')
  const found = useQuery({
    queryKey: ['training', 'people', text],
    queryFn: () => askView('training-people', { text }),
    enabled: text.trim() !== '',
  })
  const enrol = useCommand('class.enrol', `class.enrol ${one.id}`, { oneClick: true, onAccepted: again })
  const there = new Set(one.learners?.map(({ account }) => account))
  return (
    <section className="form" aria-label={say('training.enrol')}>
      <TextInput label={say('training.find')} value={text} onChange={type} maxLength={40} />
      <ul className="plain-rows">
        {(found.data?.rows ?? [])
          .filter(({ account }) => !there.has(account))
          .map(({ account, name, unit }) => (
            <li key={account} className="plain-row">
              {name} {unit.name}
              <Button kind="plain" onPress={() => void enrol.submit(one.realm, { class: one.id, accounts: [account] })}>
                {say('training.enrol')}
              </Button>
            </li>
          ))}
      </ul>
      <OutcomeWords phase={enrol.phase} />
    </section>
  )
}

function Sheet({ one, again }: { one: Class; again: () => void }) {
  const { say } = useSpeech()
  const [text, type] = useState('')
  const [rejected, tell] = useState<readonly { line: number; column: string; why: string }[]>([])
  const send = useCommand('class.attend-import', `class.attend-import ${one.id}`, {
    oneClick: true,
    onAccepted: (accepted) => {
      tell((accepted as unknown as { rejected?: typeof rejected }).rejected ?? [])
      again()
    },
  })
  const { phase } = send
  const list =
    phase.is === 'refused'
      ? String(phase.params.list ?? '')
          .split('; ')
          .filter(Boolean)
      : []
  const lines = [...list, ...rejected.map(({ line, column, why }) => `${line} ${column} ${why}`)]
  return (
    <section className="form" aria-label={say('training.sheet')}>
      <TextInput long label={say('training.sheet')} hint={say('training.sheetHint')} value={text} onChange={type} />
      <OutcomeWords phase={phase} />
      <ul>
        {lines.map((line) => (
          <li key={line} className="num">
            {line}
          </li>
        ))}
      </ul>
      <Button disabled={text.trim() === ''} onPress={() => void send.submit(one.realm, { class: one.id, text })}>
        {say('training.sheetSend')}
      </Button>
    </section>
  )
}
