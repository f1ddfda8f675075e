import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { realmOfId } from '../../../domain/id.ts'
import { opinions } from '../../../domain/suggestion/command.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Chip } from '../../kit/chip.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useSpeech } from '../text/say.tsx'
import { ActForm } from './act-form.tsx'
import { Waiting } from './asked.tsx'
import { readAsking } from './asking.ts'
import { suggestionQuery } from './queries.ts'

type Page = ViewAnswer<'suggestion'>

/** One suggestion and the way it goes: from who raised it to the top, with what each level said. */
export function SuggestionDetail({ id }: { id: string }) {
  const asked = useQuery(suggestionQuery(id))
  return asked.data ? <Whole page={asked.data} /> : <Waiting asked={asked} />
}

function Whole({ page }: { page: Page }) {
  const speech = useSpeech()
  const { say } = speech
  const now = useServerTime()
  const { suggestion } = page
  const day = (on: string) => sayLocalDay(speech, on, now)
  return (
    <>
      <section className="card" aria-labelledby="suggestion-name">
        <h2 id="suggestion-name" className="issue-title">
          {suggestion.title}
        </h2>
        <p className="small">
          {say('suggestions.raisedBy', { unit: suggestion.unit.name, on: day(suggestion.raisedOn) })}
        </p>
        <p className="said">{page.text ?? say('issues.erased')}</p>
        {suggestion.issue ? (
          <p>
            <Link to="/issues" search={readAsking({ tab: 'issues', id: suggestion.issue })}>
              {say('suggestions.fromIssue')}
            </Link>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="suggestion-way">
        <h2 id="suggestion-way">{say('suggestions.way')}</h2>
        <ol className="issue-way">
          {page.way.map((unit) => (
            <Level key={unit.id} unit={unit} page={page} day={day} />
          ))}
        </ol>
      </section>
      {suggestion.verbs.includes('suggestion.opine') ? (
        <ActForm
          kind="suggestion.opine"
          about={suggestion.id}
          realm={realmOfId(suggestion.id)}
          title="act.suggestion.opine"
          submit="suggestions.opineSubmit"
          fields={[
            {
              ...{ name: 'opinion', label: 'suggestions.opinion', is: 'choose' },
              items: opinions.map((opinion) => ({
                id: opinion,
                name: say(`opinion.${opinion}`),
                note: say(`opinion.${opinion}.note`),
              })),
            },
            { name: 'text', label: 'suggestions.opinionText', is: 'long', hint: 'suggestions.opinionHint' },
          ]}
          bodyOf={({ opinion, text = '' }) => ({
            suggestion: suggestion.id,
            opinion: opinions.find((each) => each === opinion) ?? 'support',
            text,
          })}
          onDone={() => undefined}
        />
      ) : null}
    </>
  )
}

function Level({ unit, page, day }: { unit: Page['way'][number]; page: Page; day: (on: string) => string }) {
  const { say } = useSpeech()
  const { suggestion } = page
  const said = page.opinions.find((each) => each.unit.id === unit.id)
  const waits = suggestion.waits?.unit.id === unit.id ? suggestion.waits : null
  const passed = page.passed.some((each) => each.id === unit.id)
  const state =
    unit.id === suggestion.unit.id ? 'raised' : said ? 'said' : waits ? 'waits' : passed ? 'passed' : 'ahead'
  return (
    <li data-state={state}>
      <b>{unit.name}</b>
      {state === 'raised' ? <small>{say('suggestions.raised')}</small> : null}
      {said ? (
        <>
          <small>
            {say(`opinion.${said.opinion}`)} · {day(said.on)}
            {said.late ? ` · ${say('suggestions.saidLate')}` : ''}
          </small>
          <p className="said">{said.text ?? say('issues.erased')}</p>
        </>
      ) : null}
      {waits ? (
        <Chip tone={waits.late ? 'late' : 'due'}>
          {say(waits.late ? 'suggestions.hereLate' : 'suggestions.hereUntil', { on: day(waits.dueOn) })}
        </Chip>
      ) : null}
      {state === 'passed' ? <small>{say('suggestions.passed')}</small> : null}
      {state === 'ahead' ? (
        <small>{say(suggestion.ended ? 'suggestions.notReached' : 'suggestions.ahead')}</small>
      ) : null}
    </li>
  )
}
