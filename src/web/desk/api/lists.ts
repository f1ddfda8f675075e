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
  'unit',
  'callback',
  'copy',
  'closed',
] as const satisfies readonly ListName[]

/** The list of an address, or *today* where it names none. */
export function listNamed(name: string | undefined): ListName {
  return listNames.find((each) => each === name) ?? 'today'
}
