import type { Finding } from './source-file.ts'

/** A catalogue's texts by path, `door.raise.title`; lists count by position. */
export type Texts = ReadonlyMap<string, string>

/** Flattens what a catalogue file holds. A function is a text with parameters: its name and arity are compared. */
export function textsOf(value: unknown, at = ''): Map<string, string> {
  if (typeof value === 'function') return new Map([[at, parameters(value.length)]])
  if (value === null || typeof value !== 'object') return new Map([[at, String(value ?? '')]])
  return new Map(Object.entries(value).flatMap(([key, each]) => [...textsOf(each, at === '' ? key : `${at}.${key}`)]))
}

/** The path of the other language's file, undefined for a file that is no Chinese catalogue. */
export function englishOf(file: string): string | undefined {
  const english = file.replace(/(^|[/.-])zh(-cn)?(?=[/.])/gi, '$1en')
  return english === file ? undefined : english
}

/** Both languages have the same keys with the same parameters, and no text is empty. */
export function checkCatalogues(file: string, chinese: Texts, english: Texts): Finding[] {
  const finding = (what: string): Finding => ({ path: file, line: 1, what })
  const missing = [...chinese.keys()].filter((key) => !english.has(key)).map((key) => finding(`${key} has no English`))
  const extra = [...english.keys()].filter((key) => !chinese.has(key)).map((key) => finding(`${key} has no Chinese`))
  const empty = [...chinese, ...english]
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => finding(`${key} is empty`))
  const unlike = [...chinese]
    .filter(([key, text]) => english.has(key) && placeholders(text) !== placeholders(english.get(key) ?? ''))
    .map(([key]) => finding(`${key} has other parameters in English`))
  return [...missing, ...extra, ...empty, ...unlike]
}

export interface PairReport {
  readonly pairs: number
  readonly findings: readonly Finding[]
}

/** In data, both languages stand side by side: who gives one gives the other, with the same parameters. */
export function checkPairs(file: string, value: unknown, at = ''): PairReport {
  if (value === null || typeof value !== 'object') return { pairs: 0, findings: [] }
  const inner = Object.entries(value).map(([key, each]) => checkPairs(file, each, at === '' ? key : `${at}.${key}`))
  const findings = inner.flatMap((each) => each.findings)
  const pairs = inner.reduce((sum, each) => sum + each.pairs, 0)
  if (!('zh' in value) && !('en' in value)) return { pairs, findings }
  const [zh, en] = [textsOf('zh' in value ? value.zh : {}), textsOf('en' in value ? value.en : {})]
  return { pairs: pairs + 1, findings: [...findings, ...checkCatalogues(`${file} ${at}`, zh, en)] }
}

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort().join(' ')
}

function parameters(count: number): string {
  return `function of ${count}`
}
