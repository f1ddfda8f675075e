import { version } from '../server/version.ts'
import type { Verb, VerbOption } from './verb.ts'

const always: Readonly<Record<string, VerbOption>> = {
  json: { type: 'boolean', help: 'print the answer as JSON, and nothing else on stdout' },
  help: { type: 'boolean', short: 'h', help: 'print this help' },
}

export function helpForAll(all: readonly Verb[]): string {
  const width = Math.max(...all.map((verb) => verb.name.length))
  return [
    `zhagen ${version} — 扎根, for a trade-union federation that serves its workers at the grassroots`,
    '',
    'Usage: npm run zhagen -- VERB [options]      (npm start is the verb start)',
    '',
    ...all.map((verb) => `  ${verb.name.padEnd(width)}  ${verb.summary}`),
    '',
    'zhagen VERB --help explains one. Exit codes: 0 done, 1 not done (one line says why), 2 not understood, 70 a bug.',
    'Environment: ZHAGEN_DATA, ZHAGEN_KEYS, ZHAGEN_RULES, DATABASE_URL, DATABASE_APP_URL, HOST, PORT, PUBLIC_URL, TLS_CERT,',
    'TLS_KEY, TRUST_PROXY, LOG_LEVEL.',
  ].join('\n')
}

export function helpForVerb(verb: Verb): string {
  const rows = Object.entries({ ...verb.options, ...always }).map(([name, option]) => {
    const short = option.short ? `-${option.short}, ` : ''
    const value = option.type === 'string' ? ` ${option.value ?? name.toUpperCase()}` : ''
    return [`${short}--${name}${value}${option.multiple ? ' …' : ''}`, option.help] as const
  })
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    `Usage: zhagen ${verb.usage} [options]`,
    '',
    verb.summary,
    ...(verb.about ? ['', verb.about] : []),
    '',
    ...rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`),
  ].join('\n')
}
