import { Link, useParams } from '@tanstack/react-router'
import type { TimelineRow, ViewAnswer } from '../../../protocol/view.ts'
import { Chip } from '../../kit/chip.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import { sayDay, sayInstant, sayLocalDay } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'
import { sayYuan } from '../text/yuan.ts'
import { useRegionName } from './region-name.ts'
import { type Joint, type Letter, standingOf } from './standing.ts'

/** What is known of a demand without opening anything, and the two facts side by side: what the union says, what the worker says. */
export function Facts({ page }: { page: ViewAnswer<'demand'> }) {
  const speech = useSpeech()
  const { list = 'today' } = useParams({ strict: false })
  const { say, sayOr } = speech
  const names = useNames()
  const now = useServerTime()
  const { demand: row, timeline, contactDueAt, triageUnit, callbackUnit, copies } = page
  const topic = row.topic === null ? null : names.topic(row.topic)
  const channel = wordOf(timeline, 'DemandRaised', 'channel')
  const region = useRegionName(row.region)
  const instant = (iso: string) => sayInstant(speech, iso, now)
  const standing = standingOf(timeline)
  const raised = timeline.find(({ kind }) => kind === 'DemandRaised')
  const unitName = (id: number | null) => page.units.find((each) => each.id === id)?.name
  const sayJoint = (joint: Joint) =>
    say(`fact.jointState.${joint.state}`, {
      who: joint.department ? names.name('department', joint.department) : (unitName(joint.unit) ?? ''),
      at: instant(joint.dueAt),
    })
  const sayLetter = ({ letter, replied, replyDueAt }: Letter) => {
    const key = replied ? 'fact.letterReplied' : replyDueAt ? 'fact.letterOpen' : 'fact.letterSent'
    const name = names.letters.find((each) => each.code === letter)?.name ?? letter
    return say(key, { letter: name, date: replyDueAt ? sayDay(speech, replyDueAt, now) : '' })
  }
  const sayPromise = ({ on, promisor, amountFen }: NonNullable<typeof standing.promise>) =>
    say(amountFen > 0 ? 'fact.promisedAmount' : 'fact.promised', {
      date: sayLocalDay(speech, on, now),
      promisor: sayOr(`promisor.${promisor}`, 'promisor.union'),
      amount: sayYuan(amountFen),
    })
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [say('fact.number'), row.number],
    [say('fact.topic'), [topic?.parent?.name, topic?.name].filter(Boolean).join(' · ')],
    [say('fact.nature'), row.nature && names.name('nature', row.nature)],
    [say('fact.class'), sayOr(`urgency.${row.urgency}`, 'urgency.P2')],
    [say('triage.difficulty'), row.topic && sayOr(`difficulty.${row.difficulty}`, 'difficulty.plain')],
    [say('fact.employer'), row.employer?.name],
    [say('fact.agency'), row.agency?.name],
    [say('fact.region'), region],
    [say('fact.channel'), channel && names.name('channel', channel)],
    [say('fact.submitted'), instant(row.submittedAt)],
    [say('fact.late'), raised?.detail.late === true ? instant(raised.at) : null],
    [say('fact.triage'), row.lead ? null : triageUnit?.name],
    [
      say('fact.lead'),
      row.lead &&
        [row.lead.unit.name, row.lead.section && names.name('section', row.lead.section)].filter(Boolean).join(' · '),
    ],
    [say('fact.copies'), copies.map((unit) => unit.name).join('、')],
    [say('fact.callback'), row.next?.what === 'callback' || row.status === 'answered' ? callbackUnit?.name : null],
    [say('fact.joint'), standing.joints.map(sayJoint).join('；')],
    [say('fact.letters'), standing.letters.map(sayLetter).join('；')],
    [say('fact.promise'), standing.promise && sayPromise(standing.promise)],
    [
      say('fact.paused'),
      standing.pause &&
        say('fact.pausedUntil', {
          date: sayDay(speech, standing.pause.untilAt, now),
          reason: names.name('reason.pause', standing.pause.reason),
        }),
    ],
    [
      say('fact.protection'),
      standing.protecting &&
        say('fact.protectedBy', {
          unit: unitName(standing.protecting.unit) ?? say('event.someUnit'),
          at: instant(standing.protecting.dueAt),
        }),
    ],
    [say('fact.supervise'), standing.supervisors.map(unitName).filter(Boolean).join('、')],
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
        {row.master ? (
          <div className="fact">
            <dt>{say('fact.master')}</dt>
            <dd className="num">
              <Link to="/$list/$demand" params={{ list, demand: row.master }}>
                {say('fact.withMaster', { number: standing.masterNumber ?? '' })}
              </Link>
            </dd>
          </div>
        ) : null}
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
