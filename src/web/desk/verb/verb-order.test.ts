import { describe, expect, it } from 'vitest'
import { duties, type NextWhat } from '../../../domain/demand/next.ts'
import { grants } from '../../../domain/reach.ts'
import { mostButtons, orderVerbs, verbLetters } from './verb-order.ts'

const unit = { id: 1, name: '江湾区总工会', level: 'county' }
const next = (what: NextWhat) => ({ what, unit, section: null, at: '2026-06-15T01:10:00Z' })
const handler = [
  'content.open.text',
  'content.open.identity',
  'message.post',
  'demand.answer',
  'deed.record',
  'understanding.write',
  'contact.log',
  'joint.order',
  'recusal.declare',
  'request.ask',
]
const happened = (...kinds: string[]) => kinds.map((kind) => ({ kind }))
const every = Object.keys(verbLetters)

describe('the buttons of a demand', () => {
  it('put the verb first that moves it on', () => {
    const triage = { verbs: ['demand.redirect', 'demand.triage'], next: next('triage') }
    expect(orderVerbs(triage, []).buttons).toEqual(['demand.triage', 'demand.redirect'])
    expect(orderVerbs({ verbs: ['order.sign'], next: next('sign') }, []).buttons).toEqual(['order.sign'])
    expect(orderVerbs({ verbs: handler, next: next('contact') }, []).buttons).toEqual([
      'contact.log',
      'content.open.identity',
      'message.post',
    ])
  })

  it('ask for understanding and deed before the answer', () => {
    const row = { verbs: handler, next: next('answer') }
    expect(orderVerbs(row, []).buttons[0]).toBe('understanding.write')
    expect(orderVerbs(row, happened('UnderstandingWritten')).buttons[0]).toBe('deed.record')
    expect(orderVerbs(row, happened('UnderstandingWritten', 'DeedRecorded')).buttons[0]).toBe('demand.answer')
  })

  it.each(duties)('begin with the verb of the duty %s, and are few', (what) => {
    const { buttons, more } = orderVerbs({ verbs: every, next: next(what) }, [])
    expect(buttons.length).toBeLessThanOrEqual(mostButtons)
    expect([...buttons, ...more].sort()).toEqual([...every].sort())
    expect(buttons.filter((verb) => verb === 'recusal.declare' || verb === 'content.erase')).toEqual([])
  })

  it('never show a verb that is not allowed, though it would come next', () => {
    expect(orderVerbs({ verbs: ['content.open.text'], next: next('sign') }, [])).toEqual({
      buttons: [],
      leads: false,
      more: [],
    })
    const { buttons, more } = orderVerbs({ verbs: handler, next: next('callback') }, [])
    expect([...buttons, ...more]).toHaveLength(handler.length - 1)
  })

  it('leave to the menu what is done beside the work, unless there is nothing else', () => {
    const { buttons, more } = orderVerbs({ verbs: ['order.sign', 'recusal.declare'], next: next('sign') }, [])
    expect([buttons, more]).toEqual([['order.sign'], ['recusal.declare']])
    expect(orderVerbs({ verbs: ['demand.merge'], next: next('sign') }, [])).toMatchObject({
      buttons: ['demand.merge'],
      leads: false,
    })
  })

  it('nudge nobody to contest what a worker said: that stands in the menu, even alone', () => {
    expect(orderVerbs({ verbs: ['exclusion.ask'], next: null }, [])).toEqual({
      ...{ buttons: [], leads: false, more: ['exclusion.ask'] },
    })
  })

  it('give every verb of the staff a place, but reading and raising, and no letter twice', () => {
    const staff = new Set(
      grants.filter((each) => each.role !== 'claimant' && each.role !== 'public').map((each) => each.verb),
    )
    for (const other of ['demand.raise', 'demand.read', 'content.open.text'] as const) staff.delete(other)
    expect(new Set(Object.keys(verbLetters))).toEqual(staff)
    const letters = Object.values(verbLetters).filter((letter) => letter !== null)
    expect(new Set(letters).size).toBe(letters.length)
    // J and K move in the list, N raises, the full stop opens the menu.
    expect(letters.filter((letter) => /[^A-Z]|[JKN]/.test(letter))).toEqual([])
  })
})
