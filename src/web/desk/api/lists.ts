import type { ViewParams } from '../../../protocol/view.ts'

/** Name of a list of the desk. */
export type ListName = ViewParams<'demands'>['list']

/**
 * The lists in the order of the rail. Written out because the protocol's own value would bring its schemas, and a schema
 * library with them, into every browser; a test holds the two together.
 */
export const listNames = [
  'today',
  'triage',
  'lead',
  'rule',
  'grant',
  'exclusion',
  'callback',
  'promise',
  'joint',
  'protection',
  'supervise',
  'copy',
  'unit',
  'closed',
] as const satisfies readonly ListName[]

/** The list of an address, or *today* where it names none. */
export function listNamed(name: string | undefined): ListName {
  return listNames.find((each) => each === name) ?? 'today'
}

/** Lists that stand in the rail even when they are empty; the others come when something is in them. */
const always: ReadonlySet<ListName> = new Set(['today', 'triage', 'lead', 'callback', 'copy', 'unit', 'closed'])

/** The lists of the rail: what is always there, what has something in it, and the one that is open. */
export function listsShown(counts: Partial<Record<ListName, number>> | undefined, open: ListName): ListName[] {
  return listNames.filter((each) => always.has(each) || each === open || (counts?.[each] ?? 0) > 0)
}
