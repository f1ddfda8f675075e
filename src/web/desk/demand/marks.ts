import type { DemandRow } from '../api/view.ts'
import { sayDay, sayLocalDay } from '../text/instant.ts'
import type { Speech } from '../text/say.tsx'
import type { Standing } from './standing.ts'

/** A short fact beside the status. Amber is late or dangerous, blue is paused or promised. */
export interface Mark {
  readonly id: string
  readonly words: string
  readonly tone: 'plain' | 'due' | 'late' | 'calm'
}

/** What is special about a demand now, most pressing first. A list knows the row alone, the page also what its events say. */
export function marksOf(speech: Speech, row: DemandRow, now: number, standing?: Standing): Mark[] {
  const { say } = speech
  const mark = (id: string, words: string, tone: Mark['tone'], is: unknown): Mark[] => (is ? [{ id, words, tone }] : [])
  const open = row.status !== 'closed' && row.status !== 'withdrawn'
  const pausedUntil = standing?.pause?.untilAt ?? (row.next?.what === 'resume' ? row.next.at : null)
  const paused = pausedUntil ? say('mark.pausedUntil', { date: sayDay(speech, pausedUntil, now) }) : say('mark.paused')
  return [
    ...mark('danger', say('mark.danger'), 'late', row.fixed === 'danger'),
    ...mark('protection', say('mark.protection'), 'late', standing?.protecting || row.next?.what === 'protection'),
    ...mark('supervised', say('mark.supervised'), 'late', open && (standing?.supervisors.length ?? 0) > 0),
    ...mark('objected', say('mark.objected'), 'due', row.orderState === 'objected'),
    ...(row.pending ? mark('pending', say(`mark.pending.${row.pending}`), 'due', open) : []),
    ...mark('paused', paused, 'calm', row.paused),
    ...(row.promisedOn
      ? mark('promise', say('mark.promise', { date: sayLocalDay(speech, row.promisedOn, now) }), 'calm', open)
      : []),
    ...mark('merged', say('mark.merged'), 'plain', row.master !== null || (standing?.claims ?? 0) > 0),
    ...mark('group', say('mark.group'), 'plain', row.fixed === 'group'),
    ...mark('reopened', say('mark.reopened', { n: row.reopened }), 'plain', row.reopened > 0),
  ]
}
