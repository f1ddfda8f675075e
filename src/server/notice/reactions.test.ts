import { expect, test } from 'vitest'
import { loadRules } from '../rules/load.ts'
import { keeperCode } from './keeper-follower.ts'
import { reactionsTo, type Told, tellingKinds } from './reactions.ts'

const lead = { unit: 4, path: [4, 2, 1], section: 'legal' }
const above = { unit: 2, path: [2, 1], section: null }
const plain: Told = { urgency: 'P2', lead, committed: false }

/** As `worker:answered` or `2/legal:p1`. */
function said(kind: string, body: object = {}, told: Told = plain): readonly string[] {
  return reactionsTo(kind, body as Record<string, unknown>, told).map((reaction) =>
    reaction.to === 'worker' ? `worker:${reaction.code}` : `${reaction.unit}/${reaction.section}:${reaction.code}`,
  )
}

test.each([
  ['DemandRaised', { to: above, urgency: 'P2' }, ['worker:received']],
  ['DemandRaised', { to: above, urgency: 'P0' }, ['worker:received', '2/null:p0']],
  ['DemandRaised', { to: above, urgency: 'P0', fixed: 'danger' }, ['worker:received']],
  ['OrderOffered', { lead }, ['worker:to-whom', '4/legal:offered']],
  ['OrderSigned', { unit: 4, auto: true }, ['4/legal:auto-signed']],
  ['OrderSigned', { unit: 4 }, []],
  ['OrderObjected', { ruler: above }, ['2/null:objection-to-rule']],
  ['JointOrdered', { holder: above, department: null }, ['2/null:offered']],
  ['JointOrdered', { holder: null, department: 'hrss' }, []],
  ['RequestAsked', { request: 'pause', approver: above }, ['2/null:request-to-grant']],
  ['DecisionClimbed', { what: 'ruling', to: above }, ['2/null:objection-to-rule']],
  ['DecisionClimbed', { what: 'request', to: above }, ['2/null:request-to-grant']],
  ['DecisionClimbed', { what: 'opinion', to: above }, []],
  ['DemandExtended', {}, ['worker:extended']],
  ['DemandReclassed', { urgency: 'P1' }, ['4/legal:p1']],
  ['DemandReclassed', { urgency: 'P2' }, []],
  ['PauseStarted', {}, ['worker:paused']],
  ['UnderstandingWritten', {}, ['worker:asked']],
  ['ApproachProposed', { n: 1 }, ['worker:asked']],
  ['DemandAnswered', {}, ['worker:answered']],
  ['DemandRedirected', {}, ['worker:answered']],
  ['CallbackOpened', { callback: above }, ['worker:callback']],
  ['DemandReopened', { n: 1 }, ['worker:reopened']],
  ['DemandReopened', { n: 3, lead: above }, ['worker:reopened', '2/null:offered']],
  ['ClockChased', { to: above }, ['2/null:overdue']],
  ['ClockSupervised', { to: above }, ['2/null:supervise']],
  ['ClockWarned', { to: lead }, []],
  ['WatchAsked', { day: 30 }, ['worker:watch']],
  ['ProtectionOpened', { to: above }, ['2/null:protection']],
  ['ContentOpened', { part: 'identity' }, ['worker:identity-opened']],
  ['ContentOpened', { part: 'text' }, []],
  ['SomethingNew', {}, []],
])('%s %j tells %j', (kind, body, expected) => {
  expect(said(kind, body)).toEqual(expected)
})

test('what is pressing is told as such, and a promise that falls due by its own words', () => {
  expect(said('OrderOffered', { lead }, { ...plain, urgency: 'P1' })).toContain('4/legal:p1')
  expect(said('CallbackOpened', {}, { ...plain, committed: true })).toEqual(['worker:commitment-due'])
})

test('every code has a text for whom it goes to, and every text to a worker is used', () => {
  const { list } = loadRules().notices
  const bodies = [above, { to: above, ruler: above, approver: above, holder: above, lead: above, auto: true }]
  // What a change of a post tells its follower tells: no event of the matter says it.
  const used = new Map([[keeperCode, 'worker']])
  for (const kind of tellingKinds)
    for (const urgency of ['P0', 'P1', 'P2'])
      for (const committed of [true, false])
        for (const body of bodies)
          for (const what of ['ruling', 'request'])
            for (const each of reactionsTo(
              kind,
              { ...body, urgency, what, part: 'identity' },
              { urgency, lead, committed },
            ))
              used.set(each.code, each.to === 'worker' ? 'worker' : 'staff')
  for (const [code, to] of used) expect(list.find((notice) => notice.code === code)).toMatchObject({ to })
  for (const { code, to } of list) if (to === 'worker') expect(used.get(code)).toBe('worker')
})
