import { expect, test } from 'vitest'
import { cameTrue, foresee, type Left } from './foresee.ts'
import type { Asked } from './noun.ts'

const now = new Date('2026-06-15T01:00:00Z')
const left: Left = {
  head: { position: 40, batch: 7, mac: Buffer.from('seal') },
  directory: '12',
  day: '2026-06-15',
  numbers: new Map([
    ['990102', 30],
    ['990103', 4],
  ]),
}
const raising = (region: string, kind = 'demand.raise') => ({ id: region, kind, body: { region } }) as Asked

test('raising is foreseen, with numbers behind the last ones', () => {
  const foreseen = foresee(left, [raising('990102001'), raising('990102002'), raising('990103')], now)
  expect(foreseen).toMatchObject({ head: left.head, directory: '12', streams: [], events: [] })
  expect([...(foreseen?.numbers ?? [])]).toEqual([
    ['990102', 32],
    ['990103', 5],
  ])
})

test('nothing is foreseen of a first batch, another day, a county without a number, or what reads a stream', () => {
  const one = [raising('990102001')]
  expect(foresee(null, one, now)).toBeNull()
  expect(foresee(left, one, new Date('2026-06-15T16:00:00Z'))).toBeNull()
  expect(foresee(left, [raising('990104')], now)).toBeNull()
  expect(foresee(left, [...one, raising('990102001', 'order.sign')], now)).toBeNull()
})

test('it came true only if all of it did', () => {
  const foreseen = foresee(left, [raising('990102001')], now)
  if (!foreseen) throw new Error('nothing was foreseen')
  expect(cameTrue(foreseen, { ...foreseen, head: { ...foreseen.head, mac: Buffer.from('seal') } })).toBe(true)
  const { head } = foreseen
  for (const other of [
    { head: { ...head, batch: 8 } },
    { head: { ...head, position: 41 } },
    { head: { ...head, mac: Buffer.from('deal') } },
    { directory: '13' },
    { numbers: new Map([['990102', 32]]) },
    { numbers: new Map() },
    {
      stored: new Map([
        ['990102001', { body_mac: Buffer.alloc(1), outcome: { accepted: { stream: '', version: 1 } } }],
      ]),
    },
    { streams: [{ stream: '', noun: 'demand', version: 1, head: Buffer.alloc(1) }] },
  ])
    expect(cameTrue(foreseen, { ...foreseen, ...other }), Object.keys(other).join()).toBe(false)
})
