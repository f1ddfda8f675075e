import { Link } from '@tanstack/react-router'
import { Chip } from '../../kit/chip.tsx'
import { Seals } from '../../kit/seals.tsx'
import { useServerTime } from '../../kit/server-time.ts'
import type { ListName } from '../api/lists.ts'
import type { DemandRow } from '../api/view.ts'
import { marksOf } from '../demand/marks.ts'
import { sayTimeLeft } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { type Speech, useSpeech } from '../text/say.tsx'
import { sealWords } from '../text/seal-words.ts'

/** One line of a list: the seals, what it is, who must act, by when in words. */
export function DemandLine({ row, list, on }: { row: DemandRow; list: ListName; on: boolean }) {
  const speech = useSpeech()
  const names = useNames()
  const topic = row.topic === null ? null : names.topic(row.topic)
  const now = useServerTime()
  // What is to be decided about the rates has a day of its own, whatever else the matter waits for.
  const deciding = list === 'exclusion' ? row.exclusionBy : null
  const about = [
    ...marksOf(speech, row, now)
      .filter((mark) => !saidBy[mark.id]?.includes(row.next?.what ?? ''))
      .map((mark) => mark.words),
    topic?.parent?.name,
    row.employer?.name,
    row.agency ? speech.say('line.agency', { name: row.agency.name }) : null,
    row.persons > 1 ? speech.say('line.persons', { n: row.persons }) : null,
    row.mode === 'named' ? null : speech.say(`mode.${row.mode}`),
    row.pseudonym,
  ]
  return (
    <Link
      to="/$list/$demand"
      params={{ list, demand: row.id }}
      className="line"
      {...(on ? { 'data-on': '', 'aria-current': 'true' as const } : {})}
    >
      <span className="line-what">
        <Seals seals={row.seals} words={sealWords(speech, row.seals)} />
        {row.seals.met === 'call' || row.seals.met === 'thread' ? (
          <small aria-hidden="true">{speech.say(`seal.word.${row.seals.met}`)}</small>
        ) : null}
        <b>{topic?.name ?? row.topic ?? speech.say('line.noTopic')}</b>
      </span>
      {deciding ? <LeftChip at={deciding} /> : <WhenChip row={row} />}
      <small className="line-who">
        <span className="bits">
          {[deciding ? speech.say('verb.exclusion.weigh') : whoActs(speech, row), ...about]
            .filter(Boolean)
            .map((bit) => (
              <span key={bit} className="bit">
                {bit}
              </span>
            ))}
        </span>
      </small>
      <small className="line-class">{row.urgency}</small>
    </Link>
  )
}

/** Marks that the next duty or the chip already says. */
const saidBy: Readonly<Record<string, readonly string[]>> = {
  objected: ['rule'],
  paused: ['resume'],
  promise: ['promise'],
  protection: ['protection'],
}

function LeftChip({ at }: { at: string }) {
  const left = sayTimeLeft(useSpeech(), at, useServerTime())
  return <Chip tone={left.tone}>{left.words}</Chip>
}

/** By when, in words; how it ended when nobody must act any more. */
export function WhenChip({ row }: { row: DemandRow }) {
  const speech = useSpeech()
  const now = useServerTime()
  if (!row.next) return <Chip>{speech.say(`status.${row.status}`)}</Chip>
  // Paused and promised matters wait for a day: they say which, in the colour of waiting, unless it has passed.
  const waiting = marksOf(speech, row, now).find(
    (mark) => mark.id === (row.next?.what === 'resume' ? 'paused' : row.next?.what),
  )
  const left = sayTimeLeft(speech, row.next.at, now)
  if (waiting?.tone === 'calm' && left.tone !== 'late') return <Chip tone="calm">{waiting.words}</Chip>
  return <Chip tone={left.tone}>{left.words}</Chip>
}

/** The one unit and the one thing it must do. */
export function whoActs(speech: Speech, row: DemandRow): string {
  if (row.next) return speech.say('line.next', { unit: row.next.unit.name, what: speech.say(`next.${row.next.what}`) })
  const closed = row.status === 'closed' ? row.outcome : null
  return closed ? speech.sayOr(`outcome.${closed}`, 'outcome.other') : speech.say(`status.${row.status}`)
}
