import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessStreamOf, isAccessStream, isId, makeId, realmOfId, realmOfRegion, timeOfId } from './id.ts'

const realms = fc.integer({ min: 1, max: 65535 })
const times = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 })

describe('an id', () => {
  it('gives back the realm and the time it was made with', () => {
    fc.assert(
      fc.property(realms, times, bytes, (realm, at, random) => {
        const id = makeId(realm, at, random)
        expect(isId(id)).toBe(true)
        expect(realmOfId(id)).toBe(realm)
        expect(timeOfId(id)).toBe(at)
      }),
    )
  })

  it('has the bits where they were promised', () => {
    expect(makeId(9901, 0x0123456789ab, new Uint8Array(8).fill(0xff))).toBe('01234567-89ab-7fff-89ab-7ffffffffffe')
    expect(makeId(1, 0, new Uint8Array(8))).toBe('00000000-0000-7000-8000-400000000000')
  })

  it('sorts by time', () => {
    fc.assert(
      fc.property(realms, realms, times, bytes, bytes, (one, two, at, a, b) => {
        fc.pre(at > 0)
        expect(makeId(one, at - 1, a) < makeId(two, at, b)).toBe(true)
      }),
    )
  })

  it('keeps 57 random bits: any changed byte but the dropped bits changes the id', () => {
    const still = makeId(9901, 1, new Uint8Array(8))
    for (let at = 0; at < 8; at++) {
      const random = new Uint8Array(8)
      random[at] = at === 1 ? 0x10 : 0x02
      expect(makeId(9901, 1, random)).not.toBe(still)
    }
  })

  it('has a companion stream beside it in the same realm', () => {
    fc.assert(
      fc.property(realms, times, bytes, (realm, at, random) => {
        const id = makeId(realm, at, random)
        const access = accessStreamOf(id)
        expect(isAccessStream(id)).toBe(false)
        expect(isAccessStream(access)).toBe(true)
        expect(access.slice(0, 35)).toBe(id.slice(0, 35))
        expect(realmOfId(access)).toBe(realm)
        expect(accessStreamOf(access)).toBe(access)
      }),
    )
  })

  it('refuses what is no id', () => {
    for (const text of [
      '',
      'x',
      '01234567-89AB-7fff-89ab-7ffffffffffe',
      '01234567-89ab-4fff-89ab-7ffffffffffe',
      '00000000-0000-7000-8000-000000000000',
    ]) {
      expect(isId(text)).toBe(false)
      expect(() => realmOfId(text)).toThrow(RangeError)
    }
    expect(() => makeId(0, 1, new Uint8Array(8))).toThrow(RangeError)
    expect(() => makeId(65536, 1, new Uint8Array(8))).toThrow(RangeError)
    expect(() => makeId(1, 1.5, new Uint8Array(8))).toThrow(RangeError)
    expect(() => makeId(1, 1, new Uint8Array(7))).toThrow(RangeError)
  })
})

describe('the realm of a region', () => {
  it.each([
    ['000000', 1],
    ['99', 9900],
    ['990000', 9900],
    ['9901', 9901],
    ['990102', 9901],
    ['990102001', 9901],
    ['990102001002', 9901],
    ['440300', 4403],
    ['441900', 4419],
    ['469001', 4600],
    ['419001', 4100],
    ['429004', 4200],
    ['659001', 6500],
    ['110101', 1100],
    ['1201', 1200],
    ['310151', 3100],
    ['500101', 5000],
    ['500229', 5000],
    ['130100', 1301],
    ['810000', 8100],
  ])('%s is %i', (region, realm) => {
    expect(realmOfRegion(region)).toBe(realm)
  })

  it('refuses what is no region', () => {
    for (const text of ['', '1', '9901x2', '00010000', '000100']) expect(() => realmOfRegion(text)).toThrow(RangeError)
  })
})
