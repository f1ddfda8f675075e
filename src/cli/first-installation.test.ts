import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../server/config.ts'
import type { Installation } from '../server/installation.ts'
import { whatIsWanted } from './first-installation.ts'
import type { VerbContext } from './verb.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-wanted-'))
const passwordFile = path.join(folder, 'password')
writeFileSync(passwordFile, 'seven green umbrellas\n')
const demo: Installation = { kind: 'demo', federation: '江湾区总工会（演示）', keyFingerprint: 'f' }

function given(options: Readonly<Record<string, string | true>>): VerbContext {
  const text = (option: string) => (typeof options[option] === 'string' ? options[option] : undefined)
  return {
    positionals: [],
    json: false,
    text,
    texts: (option) => [text(option) ?? []].flat(),
    flag: (option) => options[option] === true,
    print: () => undefined,
    say: () => undefined,
    config: () => readConfig({}),
  }
}

const real = { empty: true, federation: '江湾区总工会', admin: 'first', 'admin-password-file': passwordFile } as const

test('a fresh database becomes a demo, or with --empty what the options say', async () => {
  expect(await whatIsWanted(given({}), undefined)).toMatchObject({ kind: 'demo', admin: undefined })
  expect(await whatIsWanted(given(real), undefined)).toEqual({
    kind: 'real',
    federation: '江湾区总工会',
    admin: { login: 'first', password: 'seven green umbrellas' },
  })
})

test('an installed database stays what it is', async () => {
  expect(await whatIsWanted(given({}), demo)).toEqual({ kind: 'demo', federation: demo.federation, admin: undefined })
  await expect(whatIsWanted(given(real), demo)).rejects.toThrow(/^--empty: .*already holds a demo/)
})

test('what is missing or does not fit is named', async () => {
  await expect(whatIsWanted(given({ federation: 'x' }), undefined)).rejects.toThrow(/^--federation: .*--empty/)
  const { federation: _federation, ...nameless } = real
  await expect(whatIsWanted(given(nameless), undefined)).rejects.toThrow(/^--federation: is needed/)
  const nowhere = { ...real, 'admin-password-file': path.join(folder, 'none') }
  await expect(whatIsWanted(given(nowhere), undefined)).rejects.toThrow(/^--admin-password-file: cannot read/)
  writeFileSync(path.join(folder, 'two'), 'one\ntwo\n')
  const two = { ...real, 'admin-password-file': path.join(folder, 'two') }
  await expect(whatIsWanted(given(two), undefined)).rejects.toThrow(/one line/)
})
