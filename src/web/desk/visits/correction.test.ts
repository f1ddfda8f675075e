import { expect, it } from 'vitest'
import { commands } from '../../../protocol/command.ts'
import { type Correction, correctionOf } from './correction.ts'

const before: Correction = {
  ...{ met: '12', kind: 'team', next: '再来', nextOn: '2026-06-22', reason: '' },
  opinions: [
    { key: '1', code: 'canteen', text: '没有热菜' },
    { key: '2', code: 'hours', text: '周末加班' },
  ],
  deeds: [],
}
const visit = '019ecbe8-0000-7000-a69f-000000000000'
const of = (patch: Partial<Correction>) => correctionOf(visit, before, { ...before, reason: '数错了', ...patch })

it('sends what was changed, and nothing else', () => {
  expect(of({ met: '１３' })).toEqual({ visit, reason: '数错了', met: 13 })
  expect(
    of({
      opinions: [
        { key: '1', code: 'canteen', text: '没有热菜' },
        { key: '2', code: 'hours', text: ' ' },
      ],
    }),
  ).toEqual({
    ...{ visit, reason: '数错了', opinions: [{ theme: 'canteen', text: '没有热菜' }] },
  })
  expect(of({ nextOn: '2026-06-29' })).toMatchObject({ nextStep: { text: '再来', on: '2026-06-29' } })
  expect(commands['visit.correct'].body.parse(of({ met: '13', kind: 'night' }))).toMatchObject({ kind: 'night' })
})

it('wants a reason and a number', () => {
  expect(of({ reason: ' ' })).toEqual({ missing: 'visits.correctWhyMissing' })
  expect(of({ met: 'x' })).toEqual({ missing: 'visits.metMissing' })
})
