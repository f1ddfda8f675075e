/** When a notice is sent: as it happens, or as one line of the one message a day (domain.md §2.10). */
export type NoticeWhen = 'now' | 'digest'

/** What is pushed to people of one side on one occasion. It says that there is something to look at, never what. */
export type Notice = {
  readonly code: string
  readonly to: 'worker' | 'staff'
  readonly when: NoticeWhen
  /** May hold `{param}` for each of `params`; a worker's holds none (domain.md §4 rule 17). */
  readonly zh: string
  readonly en: string
  readonly params: readonly string[]
}

/** `rules/notices.yaml`: texts, urgency, and the hours in which nobody part-time is disturbed. Times are local, `HH:MM`. */
export type Notices = {
  readonly list: readonly Notice[]
  /** Runs over midnight where `from` is later than `to`. `except` are codes that are sent all the same. */
  readonly quiet: { readonly from: string; readonly to: string; readonly except: readonly string[] }
  readonly digestAt: string
}

/** A name in braces, as letters and notices hold them. */
const SLOT = /\{([a-zA-Z]+)\}/g

/** The names in braces of a text, each once, in order. */
export function slotsOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(SLOT)].map((match) => match[1] ?? ''))]
}

/** The text with every `{name}` replaced; a name without a value stays as it stands, so that its lack is seen. */
export function fillSlots(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(SLOT, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole))
}
