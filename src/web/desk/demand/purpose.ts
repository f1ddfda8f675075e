import type { DemandRow } from '../api/view.ts'

/** Why the text is opened when its page is: what this person has to do with the demand now. */
export function purposeOf(row: Pick<DemandRow, 'verbs' | 'next'>): 'triage' | 'handle' | 'callback' | 'supervise' {
  if (row.verbs.includes('demand.triage')) return 'triage'
  if (deciding.some((verb) => row.verbs.includes(verb))) return 'supervise'
  return row.next?.what === 'callback' ? 'callback' : 'handle'
}

const deciding = ['order.rule', 'request.decide', 'opinion.give', 'exclusion.weigh']
