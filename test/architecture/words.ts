import { type Finding, matchesIn, type SourceFile } from './source-file.ts'

/** A text to look at: code with its comments blanked, or (`asWritten`) a file as it is. */
export interface Text {
  readonly path: string
  readonly code: string
}

interface Ban {
  readonly what: string
  readonly pattern: RegExp
  readonly where: (file: string) => boolean
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('test/')
/** The self-tests, and the bans themselves, are full of what is forbidden. */
const SELF = new Set(['test/architecture/words.test.ts', 'test/architecture/words.ts', 'test/lint/biome.test.ts'])
const CLOCK = 'src/server/clock.ts'
const GRANTS = /^src\/domain\/(grants?|reach|policy)(\.ts|\/)/

/** Time: the only clock is clock.ts, so that a story can set it and a replay cannot notice the day. */
const clockBans: Ban[] = [
  {
    what: 'reads the clock outside src/server/clock.ts',
    pattern: /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\s*\)|\bTemporal\.Now\b|\bperformance\.(now\(|timeOrigin)/g,
    where: (file) => file.startsWith('src/') && file !== CLOCK && !isTest(file),
  },
  {
    what: 'lets the database read its clock',
    pattern:
      /(?<![\w.])now\(\)|\b(current_(timestamp|date|time)|localtimestamp|localtime)\b|\b(clock|statement|transaction)_timestamp\(/gi,
    where: (file) => (file.startsWith('src/') || file.startsWith('db/')) && file !== CLOCK && !isTest(file),
  },
]

const roleBan: Ban = {
  what: 'asks for a role outside the grants table',
  pattern:
    /\brole\b['"\])]*\s*[!=]==?\s*['"`]|['"`]\s*[!=]==?\s*[\w.?]*\brole\b|\bswitch\s*\(\s*[\w.?]*\brole\s*\)|\broles?\.includes\(\s*['"`]/g,
  where: (file) => file.startsWith('src/') && !GRANTS.test(file) && !isTest(file),
}

/** 单位 alone may mean the employer or the union, and a worker must never have to guess which. Region names are as published. */
const unitBan: Ban = {
  what: 'says 单位 alone; say 用人单位 or 工会',
  pattern: /(?<!用人|事业)单位/g,
  where: (file) =>
    /^(src\/(web|server|protocol|cli)|rules)\//.test(file) && !file.startsWith('rules/regions/') && !isTest(file),
}

const addressBans: Ban[] = [
  {
    what: 'fetches from, or points to, another machine',
    pattern: /(?:https?|wss?):\/\/(?!www\.w3\.org\/)[a-z0-9][\w.-]*|(?:src|href)=["']\/\/|url\(\s*["']?\/\//gi,
    where: (file) => file.startsWith('src/web/') && !isTest(file),
  },
]

/** Looked for in comments too: nothing committed says where it was made. */
const machineBans: Ban[] = [
  {
    what: 'names a registry host',
    pattern: /registry\.(npmjs|yarnpkg|npmmirror)\.\w+|\bresolved"\s*:/g,
    where: (file) => !SELF.has(file),
  },
  {
    what: 'names a path of one machine',
    pattern: /(?<![\w./-])\/(?:work|home\/[a-z]|Users\/[A-Za-z]|root\/)[\w/-]*/g,
    where: (file) => !SELF.has(file),
  },
]

const testBans: Ban[] = [
  {
    what: 'is a test that is not run',
    pattern:
      /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf|fails)\b|\bx(?:it|describe|test)\(|\bcontext\.skip\(|\bf(?:it|describe)\(/g,
    where: (file) => isTest(file) && !SELF.has(file),
  },
]

/** Looked for in comments, where they stand. */
const leftoverBans: Ban[] = [
  {
    what: 'silences the compiler',
    pattern: /@ts-(?:ignore|nocheck|expect-error)/g,
    where: (file) => !SELF.has(file),
  },
  {
    what: 'leaves something undone',
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/g,
    where: (file) => !SELF.has(file),
  },
]

const BANS = {
  clock: clockBans,
  role: [roleBan],
  unit: [unitBan],
  address: addressBans,
  machine: machineBans,
  test: testBans,
  leftover: leftoverBans,
} as const

export type Topic = keyof typeof BANS

export interface WordReport {
  /** Files that at least one ban of the topic applied to. */
  readonly seen: number
  readonly findings: readonly Finding[]
}

export function checkWords(topic: Topic, texts: readonly Text[]): WordReport {
  const bans: readonly Ban[] = BANS[topic]
  const seen = texts.filter((text) => bans.some((ban) => ban.where(text.path)))
  const findings = seen.flatMap((text) =>
    bans.filter((ban) => ban.where(text.path)).flatMap((ban) => matchesIn(text.path, text.code, ban.pattern, ban.what)),
  )
  return { seen: seen.length, findings }
}

export function asText(file: SourceFile): Text {
  return { path: file.path, code: file.code }
}

export function asWritten(file: { path: string; text: string }): Text {
  return { path: file.path, code: file.text }
}

/** SQL without its comments and without the strings of `comment on`, where words may be explained. */
export function sqlText(file: string, text: string): Text {
  const blank = (match: string) => match.replace(/[^\n]/g, ' ')
  return { path: file, code: text.replace(/--[^\n]*/g, blank).replace(/\bcomment on [^;]*;/gi, blank) }
}
