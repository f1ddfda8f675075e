import { readdirSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { type Outgoing, readMail, readTemplate } from './gateway/outgoing.ts'
import { readVideo, type VideoConfig } from './gateway/video.ts'
import { SHIPPED_RULES } from './rules/load.ts'
import type { RulesFolders } from './rules/rules-folders.ts'
import { errorCode, StartError } from './start-error.ts'

/** What the operator decides by environment. Folders are absolute; `publicUrl` has no trailing slash. */
export type Config = {
  /** Embedded PostgreSQL and its passwords. */
  readonly dataFolder: string
  /** Key file and heads file: what a thief or a forger of the database must not find beside it. */
  readonly keysFolder: string
  /** The shipped rules, and the federation's own over them where there are any. */
  readonly rules: RulesFolders
  /** The operator's own PostgreSQL; undefined means the embedded one. */
  readonly ownDatabase: { readonly ownerUrl: string; readonly appUrl: string } | undefined
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Undefined: derived from host and port once the port is bound. */
  readonly publicUrl: string | undefined
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined
  /** Addresses and networks whose X-Forwarded-* headers are believed. */
  readonly trustProxy: readonly string[]
  readonly secureCookies: boolean
  readonly logLevel: string
  /** How notices leave this machine; everything off unless told. */
  readonly outgoing: Outgoing
  /** Live rooms of meetings; null: none. */
  readonly video: VideoConfig
}

type Env = Readonly<Record<string, string | undefined>>

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

/** Throws a StartError with one line that names the variable and what to do. */
export function readConfig(env: Env): Config {
  const value = (name: string) => env[name]?.trim() || undefined
  const dataFolder = path.resolve(value('ZHAGEN_DATA') ?? '.zhagen')
  const keysFolder = path.resolve(value('ZHAGEN_KEYS') ?? '.zhagen-keys')
  if (contains(dataFolder, keysFolder)) {
    throw new StartError(
      `ZHAGEN_KEYS: ${keysFolder} lies inside ZHAGEN_DATA; keys must be kept apart from the data, choose another folder`,
    )
  }
  const publicUrl = readPublicUrl(value('PUBLIC_URL'))
  const tls = readTls(value('TLS_CERT'), value('TLS_KEY'))
  return {
    dataFolder,
    keysFolder,
    rules: readRulesFolders(value('ZHAGEN_RULES')),
    ownDatabase: readDatabase(value('DATABASE_URL'), value('DATABASE_APP_URL')),
    host: readHost(value('HOST') ?? '127.0.0.1'),
    port: readPort(value('PORT') ?? '8080'),
    publicUrl,
    tls,
    trustProxy: readTrustProxy(value('TRUST_PROXY')),
    secureCookies: tls !== undefined || publicUrl?.startsWith('https:') === true,
    logLevel: readLogLevel(value('LOG_LEVEL') ?? 'warn'),
    video: readVideo({
      url: value('ZHAGEN_VIDEO_URL'),
      jitsi: value('ZHAGEN_JITSI_URL'),
      secret: value('ZHAGEN_JITSI_SECRET'),
      appId: value('ZHAGEN_JITSI_APP_ID'),
    }),
    outgoing: {
      sms: readTemplate('SMS', {
        url: value('SMS_URL'),
        method: value('SMS_METHOD'),
        headers: value('SMS_HEADERS'),
        body: value('SMS_BODY'),
        expect: value('SMS_EXPECT'),
        secret: value('SMS_SECRET'),
        signed: value('SMS_SIGNED'),
      }),
      phone: readTemplate('PHONE', {
        url: value('PHONE_URL'),
        method: value('PHONE_METHOD'),
        headers: value('PHONE_HEADERS'),
        body: value('PHONE_BODY'),
        expect: value('PHONE_EXPECT'),
        secret: value('PHONE_SECRET'),
        signed: value('PHONE_SIGNED'),
      }),
      mail: readMail(value('MAIL_URL'), value('MAIL_FROM')),
      addresses: value('NOTICE_ADDRESSES'),
      log: value('NOTICE_LOG'),
    },
  }
}

function contains(folder: string, inner: string): boolean {
  const relative = path.relative(folder, inner)
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative))
}

function readRulesFolders(given: string | undefined): RulesFolders {
  if (given === undefined) return SHIPPED_RULES
  const own = path.resolve(given)
  try {
    readdirSync(own)
  } catch (error) {
    throw new StartError(
      `ZHAGEN_RULES: ${own} cannot be read as a folder (${errorCode(error)}); give the folder of your own rules, or take it out`,
    )
  }
  if (own === SHIPPED_RULES.whole)
    throw new StartError(`ZHAGEN_RULES: ${own} is what ships; give another folder that holds only what you change`)
  return { ...SHIPPED_RULES, own }
}

function readHost(host: string): string {
  if (/[\s/@?#]/.test(host) || (host.includes(':') && isIP(host) !== 6)) {
    throw new StartError(
      `HOST: "${host}" is not an address or host name; give for example 127.0.0.1 or 0.0.0.0, the port goes in PORT`,
    )
  }
  return host
}

function readPort(port: string): number {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new StartError(`PORT: "${port}" is not a port; give a whole number from 0 (any free port) to 65535`)
  }
  return Number(port)
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain =
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  if (!url || !plain) {
    throw new StartError(
      `PUBLIC_URL: "${text}" is not the address of a site; give scheme, host and port only, for example https://zhagen.example.org`,
    )
  }
  return url.origin
}

function readTls(cert: string | undefined, key: string | undefined): Config['tls'] {
  if (cert === undefined && key === undefined) return undefined
  if (cert === undefined) throw new StartError('TLS_CERT: is missing while TLS_KEY is set; give both or neither')
  if (key === undefined) throw new StartError('TLS_KEY: is missing while TLS_CERT is set; give both or neither')
  return { cert: readPem('TLS_CERT', cert, 'CERTIFICATE'), key: readPem('TLS_KEY', key, 'PRIVATE KEY') }
}

function readPem(name: string, file: string, kind: string): Buffer {
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (error) {
    throw new StartError(
      `${name}: cannot read ${file} (${error instanceof Error ? error.message : error}); give a readable PEM file`,
    )
  }
  if (!content.includes(`${kind}-----`)) throw new StartError(`${name}: ${file} holds no PEM ${kind}; give a PEM file`)
  return content
}

function readDatabase(ownerUrl: string | undefined, appUrl: string | undefined): Config['ownDatabase'] {
  if (ownerUrl === undefined) {
    if (appUrl !== undefined)
      throw new StartError(
        'DATABASE_APP_URL: is set without DATABASE_URL; set both, or neither for the embedded PostgreSQL',
      )
    return undefined
  }
  for (const [name, url] of [
    ['DATABASE_URL', ownerUrl],
    ['DATABASE_APP_URL', appUrl ?? ownerUrl],
  ] as const) {
    // The value may hold a password, so it is never repeated.
    if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
      throw new StartError(`${name}: is not a PostgreSQL address; give postgresql://user:password@host:5432/database`)
    }
  }
  return { ownerUrl, appUrl: appUrl ?? ownerUrl }
}

function readTrustProxy(text: string | undefined): readonly string[] {
  const entries = (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  for (const entry of entries) {
    const [address = '', bits, more] = entry.split('/')
    const family = isIP(address)
    const bitsFit = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
    if (family === 0 || !bitsFit || more !== undefined) {
      throw new StartError(
        `TRUST_PROXY: "${entry}" is not an address or network; give a list such as 127.0.0.1,10.0.0.0/8`,
      )
    }
  }
  return entries
}

function readLogLevel(level: string): string {
  if (!logLevels.includes(level))
    throw new StartError(`LOG_LEVEL: "${level}" is unknown; give one of ${logLevels.join(', ')}`)
  return level
}
