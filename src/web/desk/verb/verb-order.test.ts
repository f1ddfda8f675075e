import { describe, expect, it } from 'vitest'
import { grants } from '../../../domain/reach.ts'
import { orderVerbs, verbLetters } from './verb-order.ts'

const unit = { id: 1, name: '江湾区总工会', level: 'county' }
const next = (what: 'triage' | 'sign' | 'contact' | 'answer' | 'callback') => ({
  what,
  unit,
  section: null,
  at: '2026-06-15T01:10:00Z',
})
const handler = [
  'content.open.text',
  'message.post',
  'demand.answer',
  'deed.record',
  'understanding.write',
  'contact.log',
]
const happened = (...kinds: string[]) => kinds.map((kind) => ({ kind }))

describe('the buttons of a demand', () => {
  it('puts the verb first that moves it on', () => {
    expect(orderVerbs({ verbs: ['demand.redirect', 'demand.triage'], next: next('triage') }, [])[0]).toBe(
      'demand.triage',
    )
    expect(orderVerbs({ verbs: ['order.sign'], next: next('sign') }, [])).toEqual(['order.sign'])
    expect(orderVerbs({ verbs: handler, next: next('contact') }, [])[0]).toBe('contact.log')
  })

  it('asks for understanding and deed before the answer', () => {
    const row = { verbs: handler, next: next('answer') }
    expect(orderVerbs(row, [])[0]).toBe('understanding.write')
    expect(orderVerbs(row, happened('UnderstandingWritten'))[0]).toBe('deed.record')
    expect(orderVerbs(row, happened('UnderstandingWritten', 'DeedRecorded'))[0]).toBe('demand.answer')
  })

  it('never shows a verb that is not allowed, though it would come next', () => {
    expect(orderVerbs({ verbs: ['content.open.text'], next: next('sign') }, [])).toEqual([])
    expect(orderVerbs({ verbs: handler, next: next('callback') }, [])).toHaveLength(handler.length - 1)
  })

  it('gives every verb of the staff a button and its own letter, but reading and raising', () => {
    const staff = new Set(
      grants.filter((each) => each.role !== 'claimant' && each.role !== 'public').map((each) => each.verb),
    )
    for (const other of ['demand.raise', 'demand.read', 'content.open.text'] as const) staff.delete(other)
    expect(new Set(Object.keys(verbLetters))).toEqual(staff)
    expect(new Set(Object.values(verbLetters)).size).toBe(staff.size)
  })
})
