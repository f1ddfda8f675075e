import type { Named, Rules } from '../../domain/rules.ts'
import { en } from './text/en.ts'
import { zh } from './text/zh.ts'

/** Languages whose catalogue is complete and reviewed. Chinese unless asked otherwise. */
export type Locale = 'zh' | 'en'
/** What a page may add to itself: a file of `script/`. */
export type Script = 'raise' | 'receipt' | 'follow' | 'help' | 'workshop'
/** Addresses of the files a page may ask for; their names carry a hash. A script that was not built is not there. */
export type Assets = {
  readonly css: string
  readonly js: string
  readonly icon: string
  readonly scripts: Readonly<Partial<Record<Script, string>>>
}
/** The rules a page shows: promises, numbers to dial, kinds of matters, reasons, the law's clocks, how often one may reopen. */
export type DoorRules = Pick<
  Rules,
  | 'texts'
  | 'consents'
  | 'phoneLines'
  | 'taxonomy'
  | 'legalClocks'
  | 'reasons'
  | 'triageOutcomes'
  | 'letters'
  | 'departments'
  | 'workerGroups'
  | 'files'
  | 'raise'
> & { readonly limits: Pick<Rules['limits'], 'reopen'> }

/**
 * How a page is to be shown. Language and care edition travel in the address (`?lang=en&care=1`) and in every link and
 * form, never in a cookie: the promise to an anonymous worker is that nothing is kept about the phone (domain §4 rule 3).
 */
export type Dress = {
  readonly locale: Locale
  readonly care: boolean
  readonly assets: Assets
  readonly rules: DoorRules
}

/** The catalogue of the page's language. */
export function wordsOf(dress: Pick<Dress, 'locale'>): typeof zh {
  return dress.locale === 'en' ? en : zh
}

/** A sentence of `rules/texts.yaml`, shown as it stands. Throws for a code that is not there: a promise must not vanish. */
export function say(dress: Dress, code: string): string {
  const text = dress.rules.texts[code]
  if (!text) throw new Error(`rules/texts.yaml has no ${code}`)
  return text[dress.locale]
}

/** What an entry of a list of the rules is called; empty for a code that is not in it. */
export function nameIn(dress: Dress, list: readonly Named[], code: unknown): string {
  return list.find((entry) => entry.code === code)?.name[dress.locale] ?? ''
}

/** A path of the door that keeps language and edition; `change` switches one of them. */
export function to(dress: Dress, path: string, change: { locale?: Locale; care?: boolean } = {}): string {
  const { locale, care } = { ...dress, ...change }
  const [before = '', fragment] = path.split('#')
  const asked = [locale === 'en' ? 'lang=en' : '', care ? 'care=1' : ''].filter(Boolean).join('&')
  const query = asked ? (before.includes('?') ? '&' : '?') + asked : ''
  return before + query + (fragment === undefined ? '' : `#${fragment}`)
}
