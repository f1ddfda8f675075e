import { isId, realmOfId } from '../../domain/id.ts'
import type { BatchDesk } from './noun.ts'

/**
 * Which of the cuts there are: topics by their letter, groups of workers and kinds of deeds of the rules, and training plans
 * that hold at the unit or below it. A plan of somebody else reads like one that is not there.
 * @param path of the unit, itself first
 */
export async function knownCuts(
  cuts: readonly (string | null)[],
  path: readonly number[],
  { client, context: { rules } }: BatchDesk,
): Promise<readonly string[]> {
  const codes = new Set([
    ...rules.taxonomy.groups.map(({ code }) => `topic:${code}`),
    ...rules.workerGroups.groups.map(({ code }) => `group:${code}`),
    ...rules.deeds.map(({ code }) => `deed:${code}`),
  ])
  const asked = [...new Set(cuts.filter((cut) => cut !== null))]
  const plans = asked.filter((cut) => cut.startsWith('plan:')).map((cut) => cut.slice('plan:'.length))
  const ids = plans.filter(isId)
  const { rows } =
    ids.length === 0
      ? { rows: [] }
      : await client.query<{ id: string }>(
          `select id from training_plan where realm = any ($1) and id = any ($2) and (unit = any ($3) or $4 = any (path))`,
          [[...new Set(ids.map(realmOfId))], ids, path, path[0] ?? 0],
        )
  for (const { id } of rows) codes.add(`plan:${id}`)
  return asked.filter((cut) => codes.has(cut))
}
