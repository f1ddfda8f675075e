import { type Actor, roles } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { SheetVerb } from './command.ts'

const clerks = ['triage', 'organiser', 'head'] as const

/**
 * Who answers tables: who sorts matters, who works for the leading group, and the head, each at their own unit; the file may
 * name people, so nobody else opens it. Who asked for how many tables is read by every post, of its unit and below (law 4).
 */
export const sheetGrants: readonly UnitGrant<SheetVerb>[] = [
  ...clerks.flatMap((role) =>
    (['sheet.take', 'sheet.match', 'sheet.fill', 'sheet.see'] as const).map((verb) => ({
      ...{ role, verb },
      reach: 'own' as const,
    })),
  ),
  ...roles.map((role) => ({ role, verb: 'asked.see' as const, reach: 'subtree' as const })),
]

/** Whether the actor may use the verb on a table of a unit. @param path of that unit, itself first */
export function mayOnSheet(actor: Actor, verb: SheetVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(sheetGrants, actor, verb, path)
}

/** The verbs the actor may use on tables there: exactly the buttons of the page. */
export function sheetVerbs(actor: Actor, path: readonly number[]): readonly SheetVerb[] {
  return verbsAtUnit(sheetGrants, actor, path)
}
