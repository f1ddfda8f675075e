import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import { nameLeadingGroup } from '../leading-group/decide.ts'
import { decide, openCampaign } from './decide.ts'
import type { CampaignEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { mayOnCampaign } from './may.ts'
import type { CampaignState } from './state.ts'

// County 2 under province 1; 4 is a township of 2, 3 another county.
const staff = (role: Role, unit = 2): Actor => ({ kind: 'staff', account: 'x', post: 70, unit, section: null, role })
const today = '2026-06-15'
const words = { title: '到一线去', purpose: '听', basis: '会议', fromOn: '2026-01-05', toOn: '2026-12-31', stages: [] }
const open = (more: object = {}, actor = staff('organiser'), path: readonly number[] = [2, 1]) =>
  openCampaign({ kind: 'campaign.open', unit: 2, ...words, ...more }, { actor, today, path })
const state = evolve(null, {
  ...({ kind: 'CampaignOpened', body: { unit: 2, path: [2, 1], ...words } } satisfies CampaignEvent),
  stream: 'c',
}) as CampaignState
const refusal = (code: string, params = {}) => ({ refused: { code, params } })
const record = (more: object = {}, facts: object = {}) =>
  decide(state, {
    kind: 'origin.record',
    command: {
      ...{ kind: 'origin.record', campaign: 'c', origin: 'note', on: '2025-10-19', who: '某主席', words: '到基层去。' },
      ...more,
    },
    facts: { actor: staff('organiser'), today, directiveKnown: true, demandSeen: true, ...facts },
  })
const change = (more: object, actor = staff('head')) =>
  decide(state, {
    kind: 'campaign.change',
    command: { kind: 'campaign.change', campaign: 'c', ...more },
    facts: { actor, today },
  })

describe('a campaign', () => {
  test('is opened by organiser or head at their own unit', () => {
    expect(open()).toEqual({
      accepted: [{ kind: 'CampaignOpened', body: { unit: 2, path: [2, 1], ...words } }],
    })
    expect(open({}, staff('head'))).toHaveProperty('accepted')
    expect(open({}, staff('handler'))).toEqual(refusal('not-allowed'))
    expect(open({}, staff('organiser', 1))).toEqual(refusal('unit.unknown', { unit: 2 }))
    expect(open({}, staff('organiser'), [])).toEqual(refusal('unit.unknown', { unit: 2 }))
  })
  test('ends after it begins, with its stages inside', () => {
    expect(open({ toOn: '2026-01-04' })).toEqual(refusal('line.days'))
    const stage = (fromOn: string, toOn: string) => open({ stages: [{ title: '部署', fromOn, toOn }] })
    expect(stage('2026-01-05', '2026-02-01')).toHaveProperty('accepted')
    expect(stage('2026-01-04', '2026-02-01')).toEqual(refusal('line.stages'))
    expect(stage('2026-03-01', '2026-02-01')).toEqual(refusal('line.stages'))
    expect(stage('2026-12-01', '2027-01-01')).toEqual(refusal('line.stages'))
  })
  test('is read by everybody below, so no number that reaches somebody stands in it', () => {
    const named = (field: string, line = 1) => refusal('words.names-someone', { field, line, found: 'phone' })
    const stages = [{ title: '找 13800138000', fromOn: '2026-01-05', toOn: '2026-02-01' }]
    expect(open({ stages })).toEqual(named('stages'))
    expect(open({ purpose: '找 13800138000' })).toEqual(named('purpose'))
    expect(change({ basis: '找 13800138000' })).toEqual(named('basis'))
    expect(record({ ledTo: '找 13800138000' })).toEqual(named('ledTo'))
  })
  test('tells of a change only what is new', () => {
    expect(change({ title: '到职工中间去', purpose: '听' })).toEqual({
      accepted: [{ kind: 'CampaignChanged', body: { title: '到职工中间去' } }],
    })
    expect(change({ purpose: '听' })).toEqual(refusal('line.unchanged'))
    expect(change({ toOn: '2025-01-01' })).toEqual(refusal('line.days'))
    expect(change({ title: '别的' }, staff('head', 1))).toEqual(refusal('not-found'))
  })
})

describe('its origin chain', () => {
  test('keeps who and what was said sealed', () => {
    const decided = record({ ledTo: '发了意见' })
    expect(decided).toEqual({
      accepted: [
        {
          kind: 'OriginRecorded',
          body: { entry: 1, origin: 'note', on: '2025-10-19', ledTo: '发了意见', directive: null, demand: null },
          seal: {
            who: { part: 'text', kind: 'origin.who', value: '某主席' },
            words: { part: 'text', kind: 'origin.words', value: '到基层去。' },
          },
        },
      ],
    })
  })
  test('has no day to come, no directive that is not there, no demand out of sight', () => {
    expect(record({ on: '2026-06-16' })).toEqual(refusal('line.day-ahead'))
    expect(record({ on: today })).toHaveProperty('accepted')
    expect(record({}, { directiveKnown: false })).toEqual(refusal('directive.unknown'))
    expect(record({}, { demandSeen: false })).toEqual(refusal('demand.unknown'))
  })
})

describe('a leading group', () => {
  const lead = (facts: object = {}) =>
    nameLeadingGroup(
      { kind: 'campaign.lead', campaign: 'c', unit: 4, members: [{ title: '组长', name: '甲某' }], section: 'office' },
      { actor: staff('head', 4), path: [4, 2, 1], campaignOf: 2, sectionKnown: true, ...facts },
    )
  test('is named by the unit itself, with names sealed', () => {
    expect(lead()).toEqual({
      accepted: [
        {
          kind: 'LeadingGroupNamed',
          body: { campaign: 'c', unit: 4, path: [4, 2, 1], titles: ['组长'], section: 'office' },
          seal: { name1: { part: 'text', kind: 'leading-group.name', value: '甲某' } },
        },
      ],
    })
  })
  test('leads a campaign of its own unit or of one above, by nobody else', () => {
    expect(lead({ campaignOf: 3 })).toEqual(refusal('not-found'))
    expect(lead({ campaignOf: null })).toEqual(refusal('not-found'))
    expect(lead({ actor: staff('head', 2) })).toEqual(refusal('unit.unknown', { unit: 4 }))
    expect(lead({ actor: staff('trainer', 4) })).toEqual(refusal('not-allowed'))
    expect(lead({ sectionKnown: false })).toEqual(refusal('section.unknown', { section: 'office' }))
  })
  test('has its titles in plain words, so no number that reaches somebody stands in them', () => {
    const members = [{ title: '组长 13800138000', name: '甲某' }]
    const asked = { kind: 'campaign.lead', campaign: 'c', unit: 4, section: null, members } as const
    const facts = { actor: staff('head', 4), path: [4, 2, 1], campaignOf: 1, sectionKnown: true }
    expect(nameLeadingGroup(asked, facts)).toEqual(
      refusal('words.names-someone', { field: 'members', line: 1, found: 'phone' }),
    )
  })
})

test('every post reads what its own unit, one above and one below issued, and nothing of a neighbour', () => {
  const reader = staff('auditor', 2)
  expect(mayOnCampaign(reader, 'line.see', [2, 1], [2, 1])).toBe('yes')
  expect(mayOnCampaign(reader, 'line.see', [1], [2, 1])).toBe('yes')
  expect(mayOnCampaign(reader, 'line.see', [4, 2, 1], [2, 1])).toBe('yes')
  expect(mayOnCampaign(reader, 'line.see', [3, 1], [2, 1])).toBe('hidden')
})
