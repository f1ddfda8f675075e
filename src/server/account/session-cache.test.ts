import { expect, test } from 'vitest'
import type { Session } from './session.ts'
import { SessionCache } from './session-cache.ts'

const session = (key: string, account = 'li'): Session => ({
  ...{ key, account, login: account, name: '李', mustChange: false, demo: false, csrf: 'c' },
  actor: null,
})

test('holds what was read for its few seconds', () => {
  const cache = new SessionCache({ holdMs: 5000 })
  cache.put(session('a'), 1000)
  expect(cache.get('a', 5999)).toEqual(session('a'))
  expect(cache.get('a', 6000)).toBeUndefined()
})

test('forgets an account at once, and keeps nothing of it that a slower reader brings', () => {
  const cache = new SessionCache({ holdMs: 5000 })
  cache.put(session('a'), 1000)
  cache.put(session('b', 'wang'), 1000)
  cache.forget('li', 2000)
  expect(cache.get('a', 2000)).toBeUndefined()
  // Read before the change was committed, arriving after it was announced.
  cache.put(session('a'), 2001)
  expect(cache.get('a', 2002)).toBeUndefined()
  expect(cache.get('b', 2002)).toEqual(session('b', 'wang'))
  cache.put(session('a'), 62_001)
  expect(cache.get('a', 62_002)).toEqual(session('a'))
})

test('a clock that is set back makes no session immortal', () => {
  const cache = new SessionCache({ holdMs: 5000 })
  cache.put(session('a'), 1_000_000)
  expect(cache.get('a', 1000)).toBeUndefined()
})

test('stays within its bounds, and holds nothing when told to hold for no time', () => {
  const small = new SessionCache({ holdMs: 5000, limit: 2 })
  for (const key of ['a', 'b', 'c']) small.put(session(key), 0)
  expect(['a', 'b', 'c'].map((key) => small.get(key, 1) !== undefined)).toEqual([false, true, true])
  const none = new SessionCache({ holdMs: 0 })
  none.put(session('a'), 0)
  expect(none.get('a', 0)).toBeUndefined()
})
