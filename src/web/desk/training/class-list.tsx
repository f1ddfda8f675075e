import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { TextInput } from '../../kit/text-input.tsx'
import { useCommand } from '../api/use-command.ts'
import { askView } from '../api/view.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'

type Class = ViewAnswer<'class'>['class']
type Props = { readonly one: Class; readonly again: () => void }

/** Who is enrolled, by name; of those chosen: who was there, who passed, who is taken off. No sums, no order by hours. */
export function Learners({ one, again }: Props) {
  const { say } = useSpeech()
  const [chosen, choose] = useState<readonly string[]>([])
  const done = () => {
    choose([])
    again()
  }
  const attend = useCommand('class.attend', `class.attend ${one.id}`, { oneClick: true, onAccepted: done })
  const examine = useCommand('class.examine', `class.examine ${one.id}`, { oneClick: true, onAccepted: done })
  const unenrol = useCommand('class.unenrol', `class.unenrol ${one.id}`, { oneClick: true, onAccepted: done })
  const learners = one.learners ?? []
  const may = (verb: string) => one.verbs.includes(verb)
  const acts = may('class.attend') || may('class.unenrol')
  if (learners.length === 0) return <p className="small">{say('training.nobody')}</p>
  const all = chosen.length === learners.length
  const accounts = [...chosen]
  const about = { class: one.id, accounts }
  return (
    <section className="card" aria-label={say('training.list')}>
      <h2>{say('training.list')}</h2>
      {acts ? (
        <label className="training-check">
          <input
            type="checkbox"
            checked={all}
            onChange={() => choose(all ? [] : learners.map(({ account }) => account))}
          />
          {say('training.everybody')}
        </label>
      ) : null}
      <ul className="plain-rows">
        {learners.map(({ account, name, unit, fullTime, marks, overloaded, passed, completed }) => (
          <li key={account}>
            {acts ? (
              <label className="training-check">
                <input
                  type="checkbox"
                  checked={chosen.includes(account)}
                  onChange={({ target }) =>
                    choose(target.checked ? [...chosen, account] : chosen.filter((each) => each !== account))
                  }
                />
                <Person {...{ name, unit, fullTime }} />
              </label>
            ) : (
              <Person {...{ name, unit, fullTime }} />
            )}{' '}
            <span className="num">
              {marks.map(({ session, hours }) => say('training.mark', { session, hours })).join('　')}
            </span>
            {passed === null ? null : (
              <span className="small"> {say(passed ? 'training.passed' : 'training.failed')}</span>
            )}
            {completed ? <span className="small"> {say('training.completed')}</span> : null}
            {overloaded ? <span className="small"> {say('training.overloaded')}</span> : null}
          </li>
        ))}
      </ul>
      {acts ? (
        <div className="training-acts">
          {may('class.attend')
            ? one.sessions.map(({ n }) => (
                <Button
                  key={n}
                  disabled={chosen.length === 0}
                  onPress={() => void attend.submit(one.realm, { ...about, session: n })}
                >
                  {say('training.wasHere', { n })}
                </Button>
              ))
            : null}
          {may('class.attend')
            ? one.sessions.map(({ n }) => (
                <Button
                  key={n}
                  kind="plain"
                  disabled={
                    !learners.some(
                      ({ account, marks }) => chosen.includes(account) && marks.some(({ session }) => session === n),
                    )
                  }
                  onPress={() => void attend.submit(one.realm, { ...about, session: n, hours: 0 })}
                >
                  {say('training.wasNotHere', { n })}
                </Button>
              ))
            : null}
          {one.exam && may('class.examine') ? (
            <>
              <Button
                disabled={chosen.length === 0}
                onPress={() => void examine.submit(one.realm, { ...about, passed: true })}
              >
                {say('training.pass')}
              </Button>
              <Button
                disabled={chosen.length === 0}
                onPress={() => void examine.submit(one.realm, { ...about, passed: false })}
              >
                {say('training.fail')}
              </Button>
            </>
          ) : null}
          {may('class.unenrol') ? (
            <Button kind="plain" disabled={chosen.length === 0} onPress={() => void unenrol.submit(one.realm, about)}>
              {say('training.unenrol')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <OutcomeWords phase={attend.phase} />
      <OutcomeWords phase={examine.phase} />
      <OutcomeWords phase={unenrol.phase} />
    </section>
  )
}

function Person({ name, unit, fullTime }: Pick<NonNullable<Class['learners']>[number], 'name' | 'unit' | 'fullTime'>) {
  const { say } = useSpeech()
  return (
    <span>
      {name}{' '}
      <span className="small">
        {unit?.name} {say(fullTime ? 'training.full' : 'training.part')}
      </span>
    </span>
  )
}

/** Finds people within reach and gives them a seat; who would train on more days than are paid is named, not kept away. */
export function Enrol({ one, again }: Props) {
  const { say } = useSpeech()
  const [text, type] = useState('')
  const [over, tellOver] = useState('')
  const found = useQuery({
    queryKey: ['training', 'people', text],
    queryFn: () => askView('training-people', { text: text.trim() }),
    enabled: text.trim() !== '',
  })
  const [asked, ask] = useState('')
  const enrol = useCommand('class.enrol', `class.enrol ${one.id}`, {
    oneClick: true,
    onAccepted: ({ result }) => {
      tellOver((result as { overloaded?: readonly string[] }).overloaded?.length ? asked : '')
      again()
    },
  })
  const there = new Set(one.learners?.map(({ account }) => account))
  const rows = (found.data?.rows ?? []).filter(({ account }) => !there.has(account))
  const full = one.enrolled >= one.seats
  return (
    <section className="form card" aria-label={say('training.enrol')}>
      <h2>{say('training.enrolTitle')}</h2>
      {full ? <p className="small">{say('training.isFull')}</p> : null}
      <TextInput label={say('training.find')} value={text} onChange={type} maxLength={40} />
      {found.isSuccess && rows.length === 0 ? <p className="small">{say('training.foundNobody')}</p> : null}
      <ul className="plain-rows">
        {rows.map(({ account, name, unit, fullTime }) => (
          <li key={account} className="plain-row">
            <span>
              {name}{' '}
              <span className="small">
                {unit.name} {say(fullTime ? 'training.full' : 'training.part')}
              </span>
            </span>
            <Button
              kind="plain"
              label={`${say('training.enrol')} ${name}`}
              disabled={full}
              onPress={() => {
                ask(name)
                void enrol.submit(one.realm, { class: one.id, accounts: [account] })
              }}
            >
              {say('training.enrol')}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="training-said">
        {over === '' ? '' : say('training.overload', { name: over })}
      </p>
      <OutcomeWords phase={enrol.phase} />
    </section>
  )
}
