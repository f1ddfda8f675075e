import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWord } from './check-word.ts'
import { demandNumber, demandNumberAloud, iso7064Check, readDemandNumber } from './demand-number.ts'
import { idNumberCheck, readIdNumber } from './id-number.ts'
import { pseudonym } from './pseudonym.ts'
import { RETRIEVAL_CODE_BYTES, readRetrievalCode, retrievalCode, showRetrievalCode } from './retrieval-code.ts'
import { readUscc, usccCheck } from './uscc.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const wide = (text: string) =>
  [...text].map((c) => (c > ' ' && c <= '~' ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('')

describe('a USCC', () => {
  it.each([
    '91350100M000100Y43',
    '91440101MA5CJQ4N59',
    '91990102MA0000015T',
    '91990102MA0000023M',
    '81990102MC0000012N',
    '89990102MC0000020Q',
  ])('%s is well formed', (code) => {
    expect(readUscc(code)).toEqual({ value: code, problem: null })
    expect(readUscc(wide(` ${code.toLowerCase()} `))).toEqual({ value: code, problem: null })
  })

  it.each(['91350100M0001TGQXM', '91350211M0000XUF46'])('%s is a real early code: it only warns', (code) => {
    expect(readUscc(code)).toEqual({ value: code, problem: 'check' })
  })

  it('says what is wrong', () => {
    expect(readUscc('91350100M000100Y4').problem).toBe('length')
    expect(readUscc('91350100M000100YI3').problem).toBe('character')
    expect(() => usccCheck('1')).toThrow(RangeError)
    expect(() => usccCheck('I1350100M000100Y4')).toThrow(RangeError)
  })
})

describe('an identity number', () => {
  it.each([
    ['11010519491231002X', '1949-12-31'],
    ['440524188001010014', '1880-01-01'],
    ['990102199001011237', '1990-01-01'],
    ['990102195803174566', '1958-03-17'],
    ['990102200002298888', '2000-02-29'],
  ])('%s is well formed', (number, bornOn) => {
    expect(readIdNumber(number)).toEqual({ value: number, problem: null, bornOn })
  })

  it('takes a small x and full width', () => {
    expect(readIdNumber(wide('110105 19491231 002x'))).toMatchObject({ value: '11010519491231002X', problem: null })
  })

  it('says what is wrong', () => {
    expect(readIdNumber('990102195803174565').problem).toBe('check')
    expect(readIdNumber('99010219580317456').problem).toBe('length')
    expect(readIdNumber('99010219580317456Y').problem).toBe('character')
    expect(readIdNumber('990102190002298888').problem).toBe('birth')
    expect(() => idNumberCheck('1')).toThrow(RangeError)
  })

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(digits(17), fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = number.slice(0, at) + ((Number(number.charAt(at)) + by) % 10) + number.slice(at + 1)
        expect(idNumberCheck(wrong)).not.toBe(idNumberCheck(number))
      }),
    )
  })
})

describe('a demand number', () => {
  const number = demandNumber('990102', '2026-06-15', 1)

  it('reads like its parts', () => {
    expect(number).toMatch(/^SQ-990102-20260615-000001-\d$/)
    expect(demandNumberAloud(number).slice(0, -1)).toEqual(['SQ', '990', '102', '2026', '0615', '000', '001'])
  })

  it('agrees with the worked example of the standard', () => {
    expect(iso7064Check('0794')).toBe('5')
  })

  it('is read however it is given', () => {
    const given = [
      number,
      number.toLowerCase(),
      wide(number),
      ` ${number.replaceAll('-', ' ')} `,
      number.replaceAll('-', '—'),
      number.slice(3),
    ]
    for (const text of given) {
      expect(readDemandNumber(text)).toEqual({ problem: null, number, region: '990102', on: '2026-06-15', seq: 1 })
    }
  })

  it('finds every single misheard digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.nat(19), fc.integer({ min: 1, max: 9 }), (seq, at, by) => {
        const plain = demandNumber('990102', '2026-06-15', seq).replace(/\D/g, '')
        const wrong = plain.slice(0, at) + ((Number(plain.charAt(at)) + by) % 10) + plain.slice(at + 1)
        expect(readDemandNumber(wrong)).toEqual({ problem: 'check' })
      }),
    )
  })

  it('refuses what is none', () => {
    expect(readDemandNumber('')).toEqual({ problem: 'shape' })
    expect(readDemandNumber('12351')).toEqual({ problem: 'shape' })
    expect(readDemandNumber(demandNumber('000123', '2026-06-15', 1)), 'no province').toEqual({ problem: 'shape' })
    expect(readDemandNumber(demandNumber('000000', '2026-06-15', 1)), 'the nation').toMatchObject({ problem: null })
    expect(() => demandNumber('99010', '2026-06-15', 1)).toThrow(RangeError)
    expect(() => demandNumber('990102', '2026-06-31', 1)).toThrow(RangeError)
    for (const seq of [0, 1_000_000, 1.5]) expect(() => demandNumber('990102', '2026-06-15', seq)).toThrow(RangeError)
  })
})

describe('a retrieval code', () => {
  it('carries sixty bits, none of them lost', () => {
    fc.assert(
      fc.property(bytes(RETRIEVAL_CODE_BYTES), fc.nat(59), (random, bit) => {
        const other = random.slice()
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7))
        expect(retrievalCode(other)).not.toBe(retrievalCode(random))
      }),
    )
    expect(() => retrievalCode(new Uint8Array(7))).toThrow(RangeError)
  })

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(bytes(RETRIEVAL_CODE_BYTES), (random) => {
        const code = retrievalCode(random)
        const shown = showRetrievalCode(code)
        expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
        const mistaken = shown.replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'I')
        for (const text of [shown, shown.toLowerCase(), wide(shown), ` ${code} `, mistaken])
          expect(readRetrievalCode(text)).toBe(code)
      }),
    )
  })

  it('refuses what is none', () => {
    for (const text of ['', '7Q4K', 'UUUU-UUUU-UUUU', '01234-56789', '0123-4567-89AB-C', '石榴石榴石榴石榴石榴石榴'])
      expect(readRetrievalCode(text)).toBeUndefined()
  })
})

describe('a check word and a pseudonym', () => {
  it('are drawn by the bytes', () => {
    expect(checkWord(['石榴', '荷花'], Uint8Array.of(0, 0, 0, 1))).toBe('荷花')
    expect(checkWord(['石榴', '荷花'], Uint8Array.of(255, 0, 0, 2))).toBe('石榴')
    expect(pseudonym(Uint8Array.of(0b00111_101, 0b11_00100_1, 0b0011_0000))).toBe('职工-7Q4K')
    expect(() => checkWord([], new Uint8Array(4))).toThrow(RangeError)
    expect(() => checkWord(['石榴'], new Uint8Array(3))).toThrow(RangeError)
  })
})
