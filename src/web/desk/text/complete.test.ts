import { describe, expect, it } from 'vitest'
import { roles } from '../../../domain/actor.ts'
import { duties } from '../../../domain/demand/next.ts'
import { faults, refusals } from '../../../protocol/refusal.ts'
import { demandLists } from '../../../protocol/view.ts'
import { listNames } from '../api/lists.ts'
import { verbLetters } from '../verb/verb-order.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

const wanted = [
  ...Object.keys(refusals).map((code) => `refusal.${code}`),
  ...Object.keys(faults).map((code) => `fault.${code}`),
  ...demandLists.flatMap((list) => [`list.${list}`, `empty.${list}.title`, `empty.${list}.why`]),
  ...roles.map((role) => `role.${role}`),
  ...Object.keys(verbLetters).flatMap((verb) => [`verb.${verb}`, `done.${verb}`]),
  ...Object.keys(verbLetters).flatMap((verb) => (verb === 'order.sign' ? [] : [`act.${verb}`])),
  ...duties.map((duty) => `next.${duty}`),
]

describe('the catalogues of the desk', () => {
  it('have words for every refusal, fault, list, role, verb and duty', () => {
    expect(wanted.length).toBeGreaterThan(80)
    expect(wanted.filter((key) => !Object.hasOwn(zh, key))).toEqual([])
  })

  it('use a parameter only where the refusal gives it', () => {
    const texts: Readonly<Record<string, string>> = zh
    for (const [code, { doc }] of Object.entries(refusals)) {
      const given = /Parameters?: ([^.]*)\./.exec(doc)?.[1]?.match(/\w+/g) ?? []
      const used = (texts[`refusal.${code}`] ?? '').matchAll(/\{(\w+)\}/g)
      expect([...used].map((match) => match[1]).filter((name) => !given.some((each) => each === name))).toEqual([])
    }
  })

  it('know every list of the protocol', () => {
    expect(listNames).toEqual(demandLists)
  })

  it('speak of the same things in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  })
})
