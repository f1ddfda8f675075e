import { loadRules } from '../../src/server/rules/load.ts'
import { zh as door } from '../../src/web/door/text/zh.ts'
import { zhComment as comment } from '../../src/web/door/text/zh-comment.ts'
import { zhDeedWord as deedWord } from '../../src/web/door/text/zh-deed-word.ts'
import { zhHelp as help } from '../../src/web/door/text/zh-help.ts'
import { zhPoster as poster } from '../../src/web/door/text/zh-poster.ts'
import { zhPrivacy as privacy } from '../../src/web/door/text/zh-privacy.ts'
import { zhPublic } from '../../src/web/door/text/zh-public.ts'
import type { Finding } from './source-file.ts'

const catalogues: Readonly<Record<string, unknown>> = {
  door,
  comment,
  deedWord,
  help,
  poster,
  privacy,
  public: zhPublic,
}

/** Lists every sentence of which is a promise. */
const whole = [
  'privacy.stored',
  'privacy.unstored',
  'privacy.seen',
  'privacy.kept',
  'public.accessibility.met',
] as const
/** Sentences that promise among others that do not. */
const single = [
  ...['door.raise.contactAnonymous', 'door.raise.employerHint', 'door.raise.agencyHint', 'door.receipt.qrHint'],
  ...['door.follow.verdictSilence', 'door.follow.satisfiedHint', 'door.follow.eraseWhat', 'door.follow.eraseTextWhat'],
  ...['door.follow.pressedWhat', 'door.follow.keeping.hint', 'door.files.noVoice', 'door.approach.free'],
  ...['door.story.free', 'door.story.takeBackWhat', 'comment.phoneHint', 'deedWord.lead'],
  ...['help.lead', 'help.kept', 'help.findKept', 'poster.lead'],
] as const

const at = (path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], catalogues)

/** Every sentence that promises a worker something, in Chinese, by its key. */
export function promised(): ReadonlyMap<string, string> {
  const rules = Object.entries(loadRules().texts).map(([code, { zh }]) => [`rules.${code}`, zh] as const)
  const lists = whole.flatMap((path) =>
    Object.entries(at(path) as Record<string, string>).map(([key, text]) => [`${path}.${key}`, text] as const),
  )
  return new Map([...rules, ...lists, ...single.map((path) => [path, String(at(path))] as const)])
}

/** The table against the sentences and the tests it names. `read` gives a file's text, undefined where there is none. */
export function checkPromises(
  table: string,
  sentences: ReadonlyMap<string, string>,
  read: (file: string) => string | undefined,
): { readonly rows: number; readonly held: number; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const seen = new Set<string>()
  let held = 0
  for (const [index, line] of table.split('\n').entries()) {
    const row = /^\| `([\w.-]+)` \| (.+) \| (?:`([^`]+)`|–) \| (.+) \|$/.exec(line)
    if (!row) continue
    const [, key = '', said, file, name = ''] = row
    const finding = (what: string) => findings.push({ path: 'docs/promises.md', line: index + 1, what })
    seen.add(key)
    if (sentences.get(key) !== said) finding(`${key} does not say what the worker reads: is its test still the one?`)
    if (file === undefined) continue
    held += 1
    const text = read(file)
    if (text === undefined) finding(`${key} is held by ${file}, which is not there`)
    else if (!text.includes(name)) finding(`${key} is held by a test that ${file} does not have`)
  }
  for (const key of sentences.keys())
    if (!seen.has(key)) findings.push({ path: 'docs/promises.md', line: 1, what: `names no test for ${key}` })
  return { rows: seen.size, held, findings }
}
