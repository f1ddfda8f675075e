import type { DemandRow } from '../api/view.ts'

/** Why the text is opened when its page is: what this person has to do with the demand now. */
export function purposeOf(row: Pick<DemandRow, 'verbs' | 'next'>): 'triage' | 'handle' | 'callback' {
  if (row.verbs.includes('demand.triage')) return 'triage'
  return row.next?.what === 'callback' ? 'callback' : 'handle'
}
