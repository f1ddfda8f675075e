import { expect, test } from 'vitest'
import { SHIPPED_RULES } from '../rules/load.ts'
import { oneTimePassword, PasswordHash, PasswordsBusy } from './password-hash.ts'
import { readSignInRules } from './sign-in-rules.ts'

const { password: rules } = readSignInRules(SHIPPED_RULES)

test('fits the password it was made of, and no other; nobody has none', async () => {
  const passwords = new PasswordHash(rules)
  const hash = await passwords.make('willows by the river')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  expect(await passwords.fits(hash, 'willows by the river')).toBe(true)
  expect(await passwords.fits(hash, 'willows by the River')).toBe(false)
  expect(await passwords.fits(null, 'willows by the river')).toBe(false)
  expect(passwords.isStale(hash)).toBe(false)
})

test('a crowd queues, and what does not fit in the queue is sent away at once', async () => {
  const passwords = new PasswordHash({ ...rules, atOnce: 1, waiting: 2 })
  const crowd = Array.from({ length: 5 }, () => passwords.make('willows by the river'))
  const settled = await Promise.allSettled(crowd)
  expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
  await expect(crowd[4]).rejects.toBeInstanceOf(PasswordsBusy)
  expect(await passwords.make('after the crowd')).toContain('argon2id')
})

test('a drawn password is long, has no signs that look alike, and never comes twice', () => {
  const drawn = Array.from({ length: 200 }, () => oneTimePassword(16))
  expect(new Set(drawn).size).toBe(200)
  for (const each of drawn) expect(each).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}$/)
})
