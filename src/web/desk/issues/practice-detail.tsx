import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { realmOfId } from '../../../domain/id.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { useCommand } from '../api/use-command.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { ActForm } from './act-form.tsx'
import { useActing } from './acting.ts'
import { Waiting } from './asked.tsx'
import { BeforeAfter } from './before-after.tsx'
import { practiceQuery } from './queries.ts'

type Page = ViewAnswer<'practice'>

/** One practice, and each union that tries it against its own past; no union against another. */
export function PracticeDetail({ id }: { id: string }) {
  const asked = useQuery(practiceQuery(id))
  return asked.data ? <Whole page={asked.data} /> : <Waiting asked={asked} />
}

function Whole({ page }: { page: Page }) {
  const speech = useSpeech()
  const { say } = speech
  const names = useNames()
  const now = useServerTime()
  const { practice, places } = page
  const day = (on: string) => sayLocalDay(speech, on, now)
  const cut = names.groups.find(({ code }) => practice.cut === `topic:${code}`)?.name
  return (
    <>
      <section className="card" aria-labelledby="practice-name">
        <h2 id="practice-name" className="issue-title">
          {practice.title}
        </h2>
        <p className="small">
          {say('practices.by', { unit: practice.unit.name, on: day(practice.since) })}
          {practice.endedOn ? ` · ${say('practices.endedOn', { on: day(practice.endedOn) })}` : ''}
        </p>
        <p className="said">{page.text}</p>
      </section>
      <section className="card" aria-labelledby="practice-places">
        <h2 id="practice-places">
          {names.name('measure', practice.measure)}
          {cut ? ` · ${cut}` : ''}
        </h2>
        <p className="small">{say('practices.around', { months: page.months })}</p>
        <ul className="plain-rows">
          {places.map((place) => (
            <li key={place.unit.id}>
              <h3>{place.unit.name}</h3>
              <small>
                {say(place.adoptedOn ? 'practices.adoptedSince' : 'practices.triedSince', { on: day(place.since) })}
              </small>
              {place.before ? (
                <BeforeAfter of="practice" before={place.before} after={place.after} />
              ) : (
                <p className="small">{say('practices.notYours')}</p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Acts page={page} />
    </>
  )
}

function Acts({ page }: { page: Page }) {
  const { say } = useSpeech()
  const post = useActing()
  const [adopting, setAdopting] = useState(false)
  const { id, verbs } = page.practice
  const end = useCommand('practice.end', `practice.end ${id}`, { oneClick: true, onAccepted: () => undefined })
  if (!post || verbs.length === 0) return null
  return (
    <section className="issue-acts" aria-label={say('issues.acts')}>
      <div className="issue-buttons">
        {verbs.includes('practice.adopt') ? (
          <Button kind="act" pressed={adopting} onPress={() => setAdopting(!adopting)}>
            {say('act.practice.adopt')}
          </Button>
        ) : null}
        {verbs.includes('practice.end') ? (
          <Button pending={end.phase.is === 'sending'} onPress={() => void end.submit(realmOfId(id), { practice: id })}>
            {say('act.practice.end')}
          </Button>
        ) : null}
      </div>
      <OutcomeWords phase={end.phase} />
      {adopting && verbs.includes('practice.adopt') ? (
        <ActForm
          kind="practice.adopt"
          about={id}
          realm={realmOfId(id)}
          title="act.practice.adopt"
          submit="practices.adoptSubmit"
          fields={[{ name: 'since', label: 'practices.adoptSince', is: 'day' }]}
          bodyOf={({ since = '' }) => ({ practice: id, unit: post.unit.id, since })}
          onDone={() => setAdopting(false)}
        />
      ) : null}
    </section>
  )
}
