import type { TimelineRow, ViewAnswer } from '../../../protocol/view.ts'
import { Chip } from '../../kit/chip.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { sayInstant } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { useRegionName } from './region-name.ts'

/** What is known of a demand without opening anything, and the two facts side by side: what the union says, what the worker says. */
export function Facts({ page }: { page: ViewAnswer<'demand'> }) {
  const speech = useSpeech()
  const { say, sayOr } = speech
  const names = useNames()
  const now = useServerTime()
  const { demand: row, timeline, contactDueAt, triageUnit, callbackUnit, copies } = page
  const topic = row.topic === null ? null : names.topic(row.topic)
  const channel = wordOf(timeline, 'DemandRaised', 'channel')
  const region = useRegionName(row.region)
  const instant = (iso: string) => sayInstant(speech, iso, now)
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [say('fact.number'), row.number],
    [say('fact.topic'), [topic?.parent?.name, topic?.name].filter(Boolean).join(' · ')],
    [say('fact.nature'), row.nature && names.name('nature', row.nature)],
    [
      say('fact.class'),
      [
        sayOr(`urgency.${row.urgency}`, 'urgency.P2'),
        row.topic && sayOr(`difficulty.${row.difficulty}`, 'difficulty.plain'),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [say('fact.employer'), row.employer?.name],
    [say('fact.region'), region],
    [say('fact.channel'), channel && names.name('channel', channel)],
    [say('fact.submitted'), instant(row.submittedAt)],
    [say('fact.triage'), row.lead ? null : triageUnit?.name],
    [
      say('fact.lead'),
      row.lead &&
        [row.lead.unit.name, row.lead.section && names.name('section', row.lead.section)].filter(Boolean).join(' · '),
    ],
    [say('fact.copies'), copies.map((unit) => unit.name).join('、')],
    [say('fact.callback'), row.status === 'answered' ? callbackUnit?.name : null],
    [say('fact.contactDue'), contactDueAt && instant(contactDueAt)],
    [say('fact.due'), row.dueAt && instant(row.dueAt)],
  ]
  return (
    <section className="card" aria-labelledby="facts-name">
      <h2 id="facts-name" className="unseen">
        {say('fact.title')}
      </h2>
      <dl className="facts">
        <dt>{say('fact.who')}</dt>
        <dd>
          {row.persons > 1 ? say('fact.whoAndOthers', { pseudonym: row.pseudonym, n: row.persons }) : row.pseudonym}{' '}
          <Chip>{say(`mode.${row.mode}`)}</Chip>
        </dd>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <div className="two-facts">
        <p>
          <small>{say('fact.unionSays')}</small>
          <b>{row.claimed ? sayOr(`claim.${row.claimed}`, 'claim.other') : say('claim.none')}</b>
        </p>
        <p>
          <small>{say('fact.workerSays')}</small>
          <b>{row.confirmed ? sayOr(`outcome.${row.confirmed}`, 'outcome.other') : say('outcome.silent')}</b>
        </p>
      </div>
    </section>
  )
}

/** A code an event carries, or null. */
function wordOf(timeline: readonly TimelineRow[], kind: string, name: string): string | null {
  const value = timeline.find((each) => each.kind === kind)?.detail[name]
  return typeof value === 'string' ? value : null
}
