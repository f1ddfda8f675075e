import { afterEach, expect, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import { dropCopies } from '../server/rules/broken.fixture.ts'
import { loadRules } from '../server/rules/load.ts'
import { ownRules } from '../server/rules/own-folder.fixture.ts'
import { rulesCheck } from './doctor-rules.ts'

afterEach(dropCopies)

const now = new Date('2026-06-15T01:00:00Z')

test('the doctor says whose rules hold, by their version, and why they do not', () => {
  const { version } = loadRules()
  expect(rulesCheck(readConfig({}), now)).toEqual({
    name: 'rules',
    ok: true,
    detail: `as shipped; ${version}`,
    version,
  })
  const tight = ownRules({ 'limits.yaml': 'groupFrom: 8\n' })
  const combined = loadRules(tight).version
  expect(rulesCheck(readConfig({ ZHAGEN_RULES: tight.own }), now)).toEqual({
    ...{ name: 'rules', ok: true, version: combined },
    detail: `as shipped, and ${tight.own} over them; ${combined}`,
  })
  const { own } = ownRules({ 'limits.yaml': 'groupFrom: 12\n' })
  expect(rulesCheck(readConfig({ ZHAGEN_RULES: own }), now)).toMatchObject({
    ...{ ok: false, version: null },
    detail: expect.stringContaining(`${own}/limits.yaml:1: groupFrom: 12 is looser than 10`),
  })
})
