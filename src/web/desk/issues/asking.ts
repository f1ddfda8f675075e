/** The three sides of what comes up again and again. */
export const tabs = ['issues', 'suggestions', 'practices'] as const
/** One of the three. */
export type Tab = (typeof tabs)[number]

/** What the page is asked, as it stands in the address. */
export interface Asking {
  readonly tab: Tab
  /** The issue, suggestion or practice that is open. */
  readonly id?: string | undefined
  /** The common issue a suggestion is to come of. */
  readonly from?: string | undefined
  /** Closed, answered or ended ones. */
  readonly over?: true | undefined
}

const stream = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whatever stands in the address, read; what cannot be one is left out. */
export function readAsking(search: Readonly<Record<string, unknown>>): Asking {
  const { tab, id, from, over } = search
  const isStream = (value: unknown): value is string => typeof value === 'string' && stream.test(value)
  return {
    tab: (tabs as readonly unknown[]).includes(tab) ? (tab as Tab) : 'issues',
    ...(isStream(id) ? { id } : {}),
    ...(isStream(from) ? { from } : {}),
    ...(over === true ? { over } : {}),
  }
}
