import { expect, it } from 'vitest'
import { Looked, mustBeOf } from './looked.ts'

it('a read record of some words opens no others', () => {
  const record = new Looked('a', 'text')
  expect(() => mustBeOf(record, 'a', 'text')).not.toThrow()
  expect(() => mustBeOf(record, 'b', 'text')).toThrow('other words')
  expect(() => mustBeOf(record, 'a', 'identity')).toThrow('other words')
  expect(() => mustBeOf('machine', 'b', 'identity')).not.toThrow()
})
