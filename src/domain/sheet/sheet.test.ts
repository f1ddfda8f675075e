import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../actor.ts'
import type { ContentRef } from '../decision.ts'
import type { Measure } from '../measure/measure.ts'
import { decide, takeSheet } from './decide.ts'
import type { SheetEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { propose, rowsToFill, sameHeader } from './propose.ts'
import type { SheetState } from './state.ts'

const staff = (role: Role, unit = 2): Actor => ({ kind: 'staff', account: 'x', post: 7, unit, section: null, role })
const words = { unit: 2, title: '季度统计表', from: '市总办公室', askedOn: '2026-06-10', name: '表.xlsx', file: 'AAAA' }
const take = (more: object = {}, facts: object = {}) =>
  takeSheet(
    { kind: 'sheet.take', ...words, ...more },
    { actor: staff('triage'), today: '2026-06-15', path: [2, 1], form: 'xlsx', ...facts },
  )
const ref: ContentRef = { id: 'c', part: 'text', commitment: '' }
const taken = {
  kind: 'SheetTaken',
  body: { ...words, path: [2, 1], dueOn: null, form: 'xlsx', content: { file: ref, name: ref } },
} as const
const given = (...events: SheetEvent[]): SheetState =>
  events.reduce<SheetState | null>((state, event) => evolve(state, { ...event, stream: 's' }), null) as SheetState
const facts = (actor = staff('triage')) => ({ actor, today: '2026-06-15' })
const matching = { fromMonth: '2026-01', toMonth: '2026-06', rows: 'own', header: 1 } as const
const match = (more: object = {}, actor = staff('triage')) =>
  decide(given(taken), {
    kind: 'sheet.match',
    command: {
      ...{ kind: 'sheet.match', sheet: 's', ...matching },
      columns: [{ column: 1, header: '听到的 诉求（件）', measure: 'heard' }],
      ...more,
    },
    facts: facts(actor),
  })
const refusal = (code: string, params = {}) => ({ refused: { code, params } })

describe('a table is taken in', () => {
  test('with who asked and when; file and name are sealed', () => {
    const { name: _, file: __, ...plain } = words
    expect(take()).toEqual({
      accepted: [
        {
          kind: 'SheetTaken',
          body: { ...plain, path: [2, 1], dueOn: null, form: 'xlsx' },
          seal: {
            file: { part: 'text', kind: 'sheet.file', value: 'AAAA' },
            name: { part: 'text', kind: 'sheet.name', value: '表.xlsx' },
          },
        },
      ],
    })
  })
  test('not from tomorrow, not due before it was asked for, not when it cannot be read', () => {
    expect(take({ askedOn: '2026-06-16' })).toEqual(refusal('line.day-ahead'))
    expect(take({ dueOn: '2026-06-09' })).toEqual(refusal('sheet.due'))
    for (const fault of ['unreadable', 'too-large', 'unsafe'])
      expect(take({}, { form: { fault } })).toEqual(refusal(`sheet.${fault}`))
  })
  test('by those who answer tables, at their own unit', () => {
    for (const role of ['organiser', 'head'] as const)
      expect(take({}, { actor: staff(role) })).toHaveProperty('accepted')
    expect(take({}, { actor: staff('handler') })).toEqual(refusal('not-allowed'))
    expect(take({}, { actor: staff('head', 1) })).toEqual(refusal('unit.unknown', { unit: 2 }))
    expect(take({}, { path: [] })).toEqual(refusal('unit.unknown', { unit: 2 }))
  })
})

describe('a table is answered', () => {
  test('after its columns were confirmed, whose words are kept as they are known again', () => {
    expect(match()).toEqual({
      accepted: [
        {
          kind: 'SheetMatched',
          body: { ...matching, columns: [{ column: 1, header: '听到的诉求', measure: 'heard' }] },
        },
      ],
    })
    const fill = {
      kind: 'sheet.fill',
      command: { kind: 'sheet.fill', sheet: 's', minutes: 20 },
      facts: facts(),
    } as const
    expect(decide(given(taken), fill)).toEqual(refusal('sheet.not-matched'))
    const matched = { kind: 'SheetMatched', body: { ...matching, columns: [] } } as const
    expect(decide(given(taken, matched), fill)).toEqual({
      accepted: [{ kind: 'SheetFilled', body: { on: '2026-06-15', minutes: 20 } }],
    })
  })
  test('minutes add up, and none stated is not nought', () => {
    const filled = (on: string, minutes: number | null) => ({ kind: 'SheetFilled', body: { on, minutes } }) as const
    expect(given(taken, filled('2026-06-15', null))).toMatchObject({ filledOn: '2026-06-15', minutes: null })
    expect(given(taken, filled('2026-06-15', 20), filled('2026-06-16', null), filled('2026-06-17', 5))).toMatchObject({
      filledOn: '2026-06-15',
      minutes: 25,
    })
  })
  test('for months that have begun, each column once', () => {
    expect(match({ toMonth: '2026-07' })).toEqual(refusal('sheet.months'))
    expect(match({ toMonth: '2026-06' })).toHaveProperty('accepted')
    expect(match({ fromMonth: '2026-05', toMonth: '2026-04' })).toEqual(refusal('sheet.months'))
    const column = { column: 1, header: '诉求', measure: 'heard' }
    expect(match({ columns: [column, column] })).toEqual(refusal('sheet.column-twice'))
  })
  test('out of reach reads as not there', () => {
    expect(match({}, staff('head', 1))).toEqual(refusal('not-found'))
    expect(match({}, staff('agent'))).toEqual(refusal('not-allowed'))
  })
})

describe('what a table is taken for', () => {
  const known = new Map<string, Measure>([
    ['听到的诉求', 'heard'],
    ['职工说解决了', 'solved'],
  ])
  const rows = [
    ['江湾区工会工作统计表', '', ''],
    ['填表单位：', '', ''],
    ['工会', '1、听到的诉求（件）', '慰问人次'],
    ['江湾区总工会', '', ''],
    ['别处工会', '', ''],
    ['', '', ''],
    ['合计', '=SUM(B4:B5)', ''],
  ]
  test('the header is the row with known words, whatever stands above it', () => {
    expect(propose(rows, known, new Set(['江湾区总工会']))).toEqual({
      header: 2,
      rows: 'named',
      columns: [
        { column: 0, header: '工会', measure: null },
        { column: 1, header: '1、听到的诉求（件）', measure: 'heard' },
        { column: 2, header: '慰问人次', measure: null },
      ],
    })
  })
  test('where no word is known, the first row of three words; where none, the first', () => {
    expect(propose([['表'], ['甲', '乙', '丙']], new Map(), new Set())).toMatchObject({ header: 1, rows: 'own' })
    expect(propose([], new Map(), new Set())).toEqual({ header: 0, rows: 'own', columns: [] })
  })
  test('words are the same without units, numbers, spaces and width', () => {
    for (const text of [
      '听到的诉求',
      ' 听到的 诉求（件）',
      '1、听到的诉求',
      '三、听到的诉求(件)：',
      '听到的诉求【万】',
    ])
      expect(sameHeader(text)).toBe('听到的诉求')
    expect(sameHeader('ＨＥＡＲＤ')).toBe('heard')
  })
  test('rows are filled for the unions named; whoever is none of ours is not known', () => {
    const columns = [{ column: 1, header: '听到的诉求', measure: 'heard' }] as const
    const unions = new Map([['江湾区总工会', 2]])
    expect(rowsToFill(rows, { header: 2, rows: 'named', columns }, 2, unions)).toEqual([
      { row: 3, unit: 2 },
      { row: 4, unit: null },
      { row: 6, unit: null, total: true },
    ])
    expect(rowsToFill(rows, { header: 2, rows: 'own', columns }, 2, unions)).toEqual([{ row: 3, unit: 2 }])
  })
  test('of two header rows the lower is the header, and knows the merged cell it stands under', () => {
    const two = [
      ['江湾区工会季度统计表', '', '', '', ''],
      ['工会名称', '诉求', '', '慰问', '走访'],
      ['', '听到的诉求', '职工说解决了', '人次', ''],
      ['甲', '1', '2', '3', '4'],
      ['江湾区总工会', '', '', '', ''],
      ['合 计', '', '', '', ''],
    ]
    const more = new Map<string, Measure>([...known, ['走访', 'visits']])
    const told = propose(two, more, new Set(['江湾区总工会']))
    expect(told).toEqual({
      header: 2,
      rows: 'named',
      columns: [
        { column: 0, header: '工会名称', measure: null },
        { column: 1, header: '诉求 听到的诉求', measure: 'heard' },
        { column: 2, header: '诉求 职工说解决了', measure: 'solved' },
        { column: 3, header: '慰问 人次', measure: null },
        { column: 4, header: '走访', measure: 'visits' },
      ],
    })
    // Nothing of it known: the upper row has three words, and what stands below goes on with it.
    expect(propose(two, new Map(), new Set()).header).toBe(2)
    const columns = [{ column: 1, header: '听到的诉求', measure: 'heard' }] as const
    const filled = (by: 'own' | 'named') =>
      rowsToFill(two, { header: 2, rows: by, columns }, 2, new Map([['江湾区总工会', 2]]))
    // What numbers the columns is no row to fill, and a total is nobody's.
    expect(filled('named')).toEqual([
      { row: 4, unit: 2 },
      { row: 5, unit: null, total: true },
    ])
    expect(filled('own')).toEqual([{ row: 4, unit: 2 }])
  })
  test('a title over the header is none of its words, and a header without a row below gets one', () => {
    const titled = [
      ['统计表', ''],
      ['单位名称', '听到的诉求'],
    ]
    expect(propose(titled, known, new Set()).columns).toEqual([
      { column: 0, header: '单位名称', measure: null },
      { column: 1, header: '听到的诉求', measure: 'heard' },
    ])
    expect(rowsToFill(titled, { header: 1, rows: 'own', columns: [] }, 2, new Map())).toEqual([{ row: 2, unit: 2 }])
  })
})
