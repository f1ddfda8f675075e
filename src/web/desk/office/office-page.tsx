import { useQuery } from '@tanstack/react-query'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Notice, Skeleton } from '../../kit/notice.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { useCommand } from '../api/use-command.ts'
import { officeQuery } from '../api/view.ts'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { OutcomeWords } from '../verb/outcome-words.tsx'
import { DutyForm } from './duty-form.tsx'
import { PlainPage } from './page.tsx'
import { usePostName } from './post-name.ts'

type Office = ViewAnswer<'office'>

/** Who is on duty at this union, how its sections are staffed, and whether one person may combine duties. */
export function OfficePage() {
  const { say } = useSpeech()
  const office = useQuery(officeQuery)
  return (
    <PlainPage title={say('office.title')}>
      {office.isPending ? <Skeleton label={say('loading')} rows={4} /> : null}
      {office.isError && !office.data ? (
        <Notice
          tone="wrong"
          title={say('error.title')}
          action={<Button onPress={() => void office.refetch()}>{say('error.retry')}</Button>}
        >
          {say('error.why')}
        </Notice>
      ) : null}
      {office.data ? (
        <>
          <OnDuty office={office.data} />
          <Roster office={office.data} />
          <Sections office={office.data} />
          <Small office={office.data} />
        </>
      ) : null}
    </PlainPage>
  )
}

function OnDuty({ office }: { office: Office }) {
  const { say } = useSpeech()
  const nameOf = usePostName()
  const { onDuty, posts } = office
  const here = posts.filter((each) => onDuty?.posts.includes(each.post)).map(nameOf)
  return (
    <section className="card" aria-labelledby="on-duty">
      <h2 id="on-duty">{say('office.onDuty')}</h2>
      <p>
        {onDuty === null
          ? say('office.nobody')
          : onDuty.climbed > 0
            ? say('office.onDutyAbove', { unit: onDuty.unit.name })
            : here.join('、')}
      </p>
    </section>
  )
}

function Roster({ office }: { office: Office }) {
  const speech = useSpeech()
  const { say } = speech
  const now = useServerTime()
  const nameOf = usePostName()
  const clear = useCommand('duty.clear', 'duty.clear', { oneClick: true, onAccepted: () => undefined })
  const at = (iso: string) => sayInstant(speech, iso, now)
  return (
    <section className="card" aria-labelledby="roster">
      <h2 id="roster">{say('office.roster')}</h2>
      {office.duties.length === 0 ? <p className="small">{say('office.rosterEmpty')}</p> : null}
      <ul className="plain-rows">
        {office.duties.map((duty) => {
          const who = duty.holder ? nameOf({ holder: duty.holder, section: duty.section, role: duty.role ?? '' }) : null
          const words = say('office.entry', {
            from: at(duty.from),
            to: at(duty.to),
            who: who ?? say('office.gone'),
          })
          return (
            <li key={duty.entry} className="plain-row">
              <span className="num">
                {words} {duty.now ? <Chip tone="calm">{say('office.now')}</Chip> : null}
              </span>
              {office.verbs.includes('duty.clear') ? (
                <Button
                  kind="plain"
                  label={`${say('office.clear')} ${words}`}
                  onPress={() => void clear.submit(office.realm, { unit: office.unit.id, entry: duty.entry })}
                >
                  {say('office.clear')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <OutcomeWords phase={clear.phase} />
      {office.verbs.includes('duty.set') ? <DutyForm office={office} /> : null}
    </section>
  )
}

function Sections({ office }: { office: Office }) {
  const { say } = useSpeech()
  const names = useNames()
  if (office.sections.length === 0) return null
  return (
    <section className="card" aria-labelledby="sections">
      <h2 id="sections">{say('office.sections')}</h2>
      <ul>
        {office.sections.map(({ section, posts, staffed }) => (
          <li key={section} data-empty={staffed ? undefined : ''}>
            {say(staffed ? 'office.section' : 'office.sectionEmpty', {
              section: names.name('section', section),
              n: posts,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The head sees it; whoever administers changes it. */
function Small({ office }: { office: Office }) {
  const { say } = useSpeech()
  const set = useCommand('office.set-small', 'office.set-small', { oneClick: true, onAccepted: () => undefined })
  return (
    <section className="card" aria-labelledby="small-office">
      <h2 id="small-office">{say('office.small')}</h2>
      <p>{say(office.small ? 'office.smallOn' : 'office.smallOff')}</p>
      <p className="small">{say('office.smallWhy')}</p>
      {office.verbs.includes('office.set-small') ? (
        <Button
          pending={set.phase.is === 'sending'}
          onPress={() => void set.submit(office.realm, { unit: office.unit.id, on: !office.small })}
        >
          {say(office.small ? 'office.turnOff' : 'office.turnOn')}
        </Button>
      ) : null}
      <OutcomeWords phase={set.phase} />
    </section>
  )
}
