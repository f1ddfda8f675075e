import type { Actor, Role } from './actor.ts'

/**
 * Where a grant holds. `own`: at the unit of the post; `subtree`: there and below; `above`: there and at every unit above it
 * (what a level above gave out is read below); `any`: wherever it stands.
 */
export type UnitReach = 'own' | 'subtree' | 'above' | 'any'

/** One line of a table: this role has this verb where the unit stands so to the post's. */
export type UnitGrant<V extends string> = { readonly role: Role; readonly verb: V; readonly reach: UnitReach }

/** `yes`; `no`: not this role; `hidden`: out of reach, to be read as *there is none*. */
export type UnitAnswer = 'yes' | 'no' | 'hidden'

type Staff = Extract<Actor, { kind: 'staff' }>

/**
 * Whether the actor may use a verb on something that belongs to a unit, by the table of its noun. The server itself and the
 * operator may.
 * @param path the unit with its ancestors, itself first; empty when no such unit is in force
 * @param above ancestors of the post's own unit, itself first: looked at for `above` alone
 */
export function mayAtUnit<V extends string>(
  table: readonly UnitGrant<V>[],
  actor: Actor,
  verb: V,
  path: readonly number[],
  above: readonly number[] = [],
): UnitAnswer {
  if (actor.kind === 'system' || actor.kind === 'operator') return 'yes'
  if (actor.kind !== 'staff') return 'no'
  const mine = table.filter((grant) => grant.role === actor.role && grant.verb === verb)
  if (mine.length === 0) return 'no'
  return mine.some(({ reach }) => within(actor, reach, path, above)) ? 'yes' : 'hidden'
}

/** The verbs of a table that the actor may use at a unit: exactly the buttons of its page. */
export function verbsAtUnit<V extends string>(
  table: readonly UnitGrant<V>[],
  actor: Actor,
  path: readonly number[],
  above: readonly number[] = [],
): readonly V[] {
  const verbs = [...new Set(table.map(({ verb }) => verb))]
  return verbs.filter((verb) => mayAtUnit(table, actor, verb, path, above) === 'yes')
}

function within({ unit }: Staff, reach: UnitReach, path: readonly number[], above: readonly number[]): boolean {
  switch (reach) {
    case 'any':
      return path.length > 0
    case 'own':
      return path[0] === unit
    case 'subtree':
      return path.includes(unit)
    case 'above':
      return path[0] !== undefined && (path[0] === unit || above.includes(path[0]))
  }
}
