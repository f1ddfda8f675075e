import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instantOn } from '../calendar/local-time.ts'
import { type Card, isShown, shownCards } from './card.ts'
import { searchCards } from './search.ts'

const card = (code: string, zh: string, also: readonly string[], told: string): Card => ({
  ...{ code, question: { zh, en: code }, also, answer: [{ zh: told, en: 'An answer' }], law: ['labour-50'] },
  ...{ validFrom: '2026-01-01', validTo: null, region: '000000', whereTo: [], papers: [], clock: null },
  ...{ topics: ['A01'], owner: 'legal', reviewBy: '2026-06-30' },
})
const cards = [
  card('arrears', '老板拖着工资不发，怎么办？', ['欠薪', '讨薪'], '先写清楚欠多少，跟用人单位要一次。'),
  card('overtime', '加班费该给多少？', ['加班工资', '996'], '法定休假日不低于百分之三百。'),
  card('leave', '年休假有几天？', ['年假'], '没安排的按三倍给工资。'),
]

describe('a card', () => {
  it('is hidden at the very instant its review is overdue', () => {
    const end = instantOn('2026-07-01')
    expect([isShown(cards[0]!, end - 1), isShown(cards[0]!, end)]).toEqual([true, false])
  })

  it('is hidden at the very instant its law ends, and until it begins', () => {
    const ended = { ...cards[0]!, validTo: '2026-03-31' }
    expect([isShown(ended, instantOn('2026-04-01') - 1), isShown(ended, instantOn('2026-04-01'))]).toEqual([
      true,
      false,
    ])
    expect([isShown(ended, instantOn('2026-01-01') - 1), isShown(ended, instantOn('2026-01-01'))]).toEqual([
      false,
      true,
    ])
  })

  it('takes the earlier of both ends', () => {
    const late = { ...cards[0]!, validTo: '2027-12-31' }
    expect(shownCards([late], instantOn(addDays(late.reviewBy, 1)))).toEqual([])
  })
})

describe('the search', () => {
  const found = (typed: string) => searchCards(cards, typed).map(({ code }) => code)

  it('puts what was asked before what is merely told', () => {
    expect(found('工资')).toEqual(
      ['arrears', 'overtime', 'leave'].sort((a, b) => Number(b !== 'leave') - Number(a !== 'leave')),
    )
    expect(found('加班')[0]).toBe('overtime')
    expect(found('讨薪')).toEqual(['arrears'])
  })

  it('understands a sentence and two words', () => {
    expect(found('老板不发工资了怎么办呀')[0]).toBe('arrears')
    expect(found('９９６')).toEqual(['overtime'])
    expect(found('年假 几天')[0]).toBe('leave')
  })

  it('finds nothing for nothing, and nothing for what stands nowhere', () => {
    expect([found(''), found(' ，。'), found('天气')]).toEqual([[], [], []])
  })

  it('finds every card by every piece of what stands in it', () => {
    const texts = cards.flatMap((each) =>
      [each.question.zh, ...each.also, ...each.answer.map(({ zh }) => zh)].map((text) => ({ code: each.code, text })),
    )
    const piece = fc
      .record({
        from: fc.nat(),
        length: fc.integer({ min: 1, max: 12 }),
        which: fc.integer({ min: 0, max: texts.length - 1 }),
      })
      .map(({ from, length, which }) => {
        const { code, text } = texts[which]!
        const characters = [...text]
        const start = from % characters.length
        return { code, typed: characters.slice(start, start + length).join('') }
      })
      .filter(({ typed }) => /[^\s，。？！：；、]/u.test(typed))
    fc.assert(
      fc.property(piece, ({ code, typed }) => {
        expect(found(typed)).toContain(code)
      }),
    )
  })
})
