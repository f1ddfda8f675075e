import { accepted, type Decision, refused } from '../decision.ts'
import type { DemandCommand } from './command.ts'
import type { DemandEvent } from './event.ts'
import type { GroupsFacts } from './facts.ts'
import type { DemandState } from './state.ts'

/**
 * 差异化、离散化、动态化 (domain §1): the worker says which groups they belong to, changes it or takes it back, at any time,
 * also once the matter is closed. Only the worker: nobody else puts a person into a group. Refused: `group.unknown`,
 * `groups.workers-only`, `groups.as-they-are`.
 */
export function setGroups(
  state: DemandState,
  command: Extract<DemandCommand, { kind: 'groups.set' }>,
  { actor, strangeGroup }: GroupsFacts,
): Decision<DemandEvent> {
  if (actor.kind !== 'claimant') return refused('groups.workers-only')
  if (strangeGroup !== null) return refused('group.unknown', { group: strangeGroup })
  const groups = groupsOf(command.groups)
  if (groups.join() === state.groups.join()) return refused('groups.as-they-are')
  return accepted<DemandEvent>({ kind: 'GroupsSet', body: { groups } })
}

/** Each once, in order. */
export function groupsOf(groups: readonly string[]): readonly string[] {
  return [...new Set(groups)].sort()
}
