import type { DemandRow, ViewAnswer } from '../../../protocol/view.ts'
import type { Dress } from '../../../web/door/dress.ts'
import { followPage } from '../../../web/door/follow/page.ts'
import type { FollowView } from '../../../web/door/follow/session.ts'
import { loadRules } from '../../rules/load.ts'
import { assetsNow } from './assets.ts'

/** Sample pages for the tests of the door: what a worker sees of one demand. */
export const rules = loadRules()
export const dress: Dress = { locale: 'zh', care: false, assets: assetsNow(), rules }
/** Wednesday morning, two days after the sample demand was raised. */
export const now = Date.parse('2026-06-17T02:00:00Z')
export const unit = { id: 7, name: '柳荫街道工会', level: 'township' }
export type Row = ViewAnswer<'follow'>['timeline'][number]

/** Answered by the union, waiting for the worker's word. */
export const demand: DemandRow = {
  ...{ id: '0197f0f0-0000-7000-8000-000000000000', number: 'SQ-990102-20260615-000217-4', pseudonym: '职工-7Q4K' },
  ...{ mode: 'confidential', topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', persons: 1 },
  ...{
    employer: null,
    agency: null,
    region: '990102001',
    status: 'answered',
    orderState: 'answered',
    claimed: 'done',
    confirmed: null,
    outcome: null,
  },
  seals: { met: 'call', understood: 'none', delivered: 'claimed' },
  ...{ lead: { unit, section: null }, next: { what: 'callback', unit, section: null, at: '2026-06-24T15:59:59Z' } },
  ...{
    submittedAt: '2026-06-15T01:40:00Z',
    dueAt: null,
    callbackDueAt: '2026-06-24T15:59:59Z',
    exclusionBy: null,
    promisedOn: null,
    pending: null,
    paused: false,
    fixed: null,
    master: null,
    reopened: 0,
    version: 9,
    verbs: ['message.post', 'verdict.give', 'demand.withdraw', 'content.erase'],
  },
}
export const row = (n: number, kind: string, detail: Row['detail'], text: string | null = null): Row => ({
  ...{
    n,
    kind,
    at: `2026-06-16T01:${String(n).padStart(2, '0')}:00.000Z`,
    by: 'union',
    unit,
    person: null,
    content: null,
    detail,
    text,
  },
})
/** The follow page of the sample demand with changes. */
export function followed(
  more: Partial<DemandRow> = {},
  timeline: readonly Row[] = [],
  answer: Partial<ViewAnswer<'follow'>> = {},
  view: Partial<FollowView> = {},
): string {
  const whole = {
    demand: { ...demand, ...more },
    timeline: [...timeline],
    opened: [],
    visitOpened: null,
    keeping: null,
    checkWord: '石榴',
    assisted: false,
    ...answer,
  }
  return followPage(dress, { answer: whole, now, ticket: 't', nonce: 'n', errors: [], typed: {}, ...view }).text
}
