import { describe, expect, it } from 'vitest'
import { commands } from '../../../protocol/command.ts'
import { bodiesOf, emptyHeard, emptyVisit, keptDraft, type VisitDraft } from './draft.ts'
import { answered, keptBox, nextPart, type Outbox, packed, progressOf } from './outbox.ts'

const now = Date.parse('2026-06-15T00:00:00Z')
const spot = { employer: 9, region: '990102001', name: '江湾精工' }
const heard = (text: string, mode: 'named' | 'confidential' | 'anonymous') => ({
  ...emptyHeard(text, spot),
  text,
  mode,
})
const draft: VisitDraft = {
  ...{ ...emptyVisit(), spot, met: '１２', explained: ['heat'], next: '再来 ', nextOn: '2026-06-22' },
  opinions: [
    { key: '1', code: 'canteen', text: '没有热菜' },
    { key: '2', code: '', text: ' ' },
  ],
  demands: [
    { ...heard('食堂', 'named'), name: ' 王师傅 ', phone: '' },
    heard('加班费', 'confidential'),
    heard('班长骂人', 'anonymous'),
  ],
}
const bodies = () => {
  const built = bodiesOf(draft, 4, now)
  if ('missing' in built) throw new Error(built.missing)
  return built
}

describe('what is told of a visit', () => {
  it('is a body the protocol takes, without rows nothing was typed into', () => {
    const { visit, demands } = bodies()
    expect(commands['visit.record'].body.parse(visit)).toMatchObject({
      ...{ employer: 9, met: 12, startedAt: '2026-06-15T00:00:00.000Z', nextStep: { text: '再来', on: '2026-06-22' } },
      opinions: [{ theme: 'canteen', text: '没有热菜' }],
    })
    for (const body of demands)
      expect(commands['demand.raise'].body.parse(body)).toMatchObject({ channel: 'visit', madeAt: visit.madeAt })
    expect(demands.map(({ identity }) => identity)).toEqual([{ name: '王师傅' }, undefined, undefined])
  })
  it('names the company that sent a worker beside the one that was visited', () => {
    const sent = { ...heard('工资', 'confidential'), agency: { id: 8, name: '江湾人力' } }
    const built = bodiesOf({ ...draft, demands: [sent, heard('食堂', 'confidential')] }, 4, now)
    if ('missing' in built) throw new Error(built.missing)
    const named = built.demands.map((body) => commands['demand.raise'].body.parse(body))
    expect(named.map(({ employer, agency }) => [employer, agency])).toEqual([
      [9, 8],
      [9, undefined],
    ])
  })
  it('needs where and how many, nothing else', () => {
    expect(bodiesOf({ ...draft, spot: null }, 4, now)).toEqual({ missing: 'visits.spotMissing' })
    for (const met of ['', 'x', '1.5', '-1'])
      expect(bodiesOf({ ...draft, met }, 4, now)).toEqual({ missing: 'visits.metMissing' })
    const long = [{ key: '1', code: '', text: '长'.repeat(1001) }]
    expect(bodiesOf({ ...draft, opinions: long }, 4, now)).toEqual({ missing: 'visits.tooLong' })
    expect(bodiesOf({ ...emptyVisit(), spot, met: '0' }, 4, now)).toMatchObject({ demands: [], visit: { met: 0 } })
  })
  it('is in confidence where a workplace is named', () => {
    expect(emptyHeard('1', spot).mode).toBe('confidential')
    expect(emptyHeard('1', { region: '990102001', name: '柳荫街道' }).mode).toBe('named')
  })
  it('keeps over a reload nothing an anonymous worker said', () => {
    expect(JSON.stringify(keptDraft(draft))).not.toContain('骂人')
    expect(JSON.stringify(keptDraft(draft))).toContain('加班费')
  })
})

describe('a visit on its way', () => {
  let n = 0
  const box = (): Outbox => packed(bodies(), (region) => `${region ?? 'visit'}-${++n}`)
  it('sends the visit first, then each demand once, and ends', () => {
    let sending = box()
    const sent: (number | 'visit')[] = []
    for (let next = nextPart(sending); next; next = nextPart(sending)) {
      sent.push(next.at)
      sending = answered(sending, next.at, { state: 'done', stream: 's' })
    }
    expect(sent).toEqual(['visit', 0, 1, 2])
    expect(progressOf(sending)).toEqual({ done: 4, all: 4 })
    expect(new Set([sending.visit.id, ...sending.demands.map(({ id }) => id)]).size).toBe(4)
  })
  it('sends no demand under a visit that was refused, and goes on past a demand that was', () => {
    expect(nextPart(answered(box(), 'visit', { state: 'refused', code: 'visit.ahead' }))).toBeNull()
    const on = answered(answered(box(), 'visit', { state: 'done' }), 0, { state: 'refused', code: 'x' })
    expect(nextPart(on)).toEqual({ at: 1 })
  })
  it('keeps the ids over a reload, no word of what was answered, no code, and nothing anonymous', () => {
    const receipt = { number: 'SQ-1', code: 'SECRET', checkWord: '柳树' }
    const on = answered(answered(box(), 'visit', { state: 'done', stream: 's' }), 0, { state: 'done', receipt })
    const kept = keptBox(on)
    expect(kept.demands.map(({ id }) => id)).toEqual(on.demands.slice(0, 2).map(({ id }) => id))
    expect(JSON.stringify(kept)).not.toMatch(/SECRET|食堂|王师傅|骂人|热菜|再来/)
    expect(kept.demands[1]?.body.text).toBe('加班费')
  })
})
