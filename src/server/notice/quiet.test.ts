import { expect, test } from 'vitest'
import { afterQuiet } from './quiet.ts'

const night = { from: '20:00', to: '08:00', except: [] }
const noon = { from: '12:00', to: '13:30', except: [] }
const at = (text: string) => Date.parse(`${text}+08:00`)

test.each([
  [night, '2026-06-15T19:59:59', '2026-06-15T19:59:59'],
  [night, '2026-06-15T20:00:00', '2026-06-16T08:00:00'],
  [night, '2026-06-16T00:00:00', '2026-06-16T08:00:00'],
  [night, '2026-06-16T07:59:59', '2026-06-16T08:00:00'],
  [night, '2026-06-16T08:00:00', '2026-06-16T08:00:00'],
  [noon, '2026-06-15T12:30:00', '2026-06-15T13:30:00'],
  [noon, '2026-06-15T13:30:00', '2026-06-15T13:30:00'],
])('%j: what comes at %s goes at %s', (quiet, comes, goes) => {
  expect(new Date(afterQuiet(at(comes), quiet))).toEqual(new Date(at(goes)))
})
