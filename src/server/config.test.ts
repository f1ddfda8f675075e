import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { SHIPPED_RULES } from './rules/load.ts'
import { StartError } from './start-error.ts'

describe('without any variable', () => {
  const config = readConfig({})
  test('it serves this machine only, on 8080, from the embedded database', () => {
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      ownDatabase: undefined,
      secureCookies: false,
      trustProxy: [],
    })
  })
  test('keys lie beside, not inside, the data folder', () => {
    expect(path.relative(config.dataFolder, config.keysFolder)).toBe('../.zhagen-keys')
  })
})

test('rules are those that ship, or an own folder over them', () => {
  expect(readConfig({}).rules).toEqual(SHIPPED_RULES)
  const own = mkdtempSync(path.join(tmpdir(), 'zhagen-config-'))
  expect(readConfig({ ZHAGEN_RULES: own }).rules).toEqual({ ...SHIPPED_RULES, own })
  expect(() => readConfig({ ZHAGEN_RULES: path.join(own, 'none') })).toThrow(
    /^ZHAGEN_RULES: .*none cannot be read as a folder \(ENOENT\); give/,
  )
  writeFileSync(path.join(own, 'file'), '')
  expect(() => readConfig({ ZHAGEN_RULES: path.join(own, 'file') })).toThrow(/^ZHAGEN_RULES: .*file .*\(ENOTDIR\)/)
  expect(() => readConfig({ ZHAGEN_RULES: SHIPPED_RULES.whole })).toThrow(/^ZHAGEN_RULES: .*is what ships; /)
})

test('cookies are secure behind https and with our own certificate', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-config-'))
  const cert = path.join(folder, 'cert.pem')
  const key = path.join(folder, 'key.pem')
  writeFileSync(cert, '-----BEGIN CERTIFICATE-----\n')
  writeFileSync(key, '-----BEGIN PRIVATE KEY-----\n')
  expect(readConfig({ PUBLIC_URL: 'https://zhagen.example.org/' })).toMatchObject({
    secureCookies: true,
    publicUrl: 'https://zhagen.example.org',
  })
  expect(readConfig({ TLS_CERT: cert, TLS_KEY: key }).secureCookies).toBe(true)
  expect(readConfig({ PUBLIC_URL: 'http://10.1.2.3:8080' }).secureCookies).toBe(false)
})

test.each([
  ['PORT', { PORT: '80a' }],
  ['PORT', { PORT: '65536' }],
  ['HOST', { HOST: '127.0.0.1:80' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'zhagen.example.org' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://zhagen.example.org/office' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'ftp://zhagen.example.org' }],
  ['TLS_KEY', { TLS_CERT: 'cert.pem' }],
  ['TLS_CERT', { TLS_KEY: 'key.pem' }],
  ['TLS_CERT', { TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://somewhere/db' }],
  ['DATABASE_APP_URL', { DATABASE_APP_URL: 'postgresql://somewhere/db' }],
  ['TRUST_PROXY', { TRUST_PROXY: '127.0.0.1,proxy' }],
  ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }],
  ['ZHAGEN_KEYS', { ZHAGEN_DATA: '/srv/zhagen', ZHAGEN_KEYS: '/srv/zhagen/keys' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
])('a bad %s is one line that names it: %j', (name, env) => {
  const attempt = () => readConfig(env)
  expect(attempt).toThrow(StartError)
  expect(attempt).toThrow(new RegExp(`^${name}: .+$`))
})

test('a refused database address does not repeat its password', () => {
  expect(() => readConfig({ DATABASE_URL: 'http://owner:hunter2@db/zhagen' })).toThrow(/^(?!.*hunter2)/)
})
