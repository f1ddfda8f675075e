import { z } from 'zod'
import type { VisitRules, WorkerGroups } from '../../domain/visit/visit-rules.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { count, named, said, some, text } from './schema-parts.ts'

/** `visits.yaml` */
export const visitsFile = z.strictObject({
  version: said,
  kinds: some(named),
  placeKinds: some(named),
  themes: some(named),
  policies: some(named),
  drops: some(named),
  repeated: z.strictObject({ most: count, days: count }),
  themesFrom: count,
  correctDays: count,
  aheadMinutes: z.int().min(0),
})

/** `worker-groups.yaml` */
export const workerGroupsFile = z.strictObject({ version: said, groups: some(named), why: text })

/** Lists of `visits.yaml` by their key: the ledger holds their codes. */
export const visitLists = ['kinds', 'placeKinds', 'themes', 'policies', 'drops'] as const

// Domain §4 rule 26 leaves it to no federation to show themes of fewer.
const LEAST = 10

/** Refuses codes that stand twice, and themes of so few people that they tell who said it. */
export function buildVisits(file: RulesFile<z.infer<typeof visitsFile>>): VisitRules {
  const { version: _, ...rest } = file.value
  for (const list of visitLists) refuseRepeats(file, [list], rest[list], 'code')
  if (rest.themesFrom < LEAST)
    file.refuse(['themesFrom'], `${rest.themesFrom} shows themes of too few; give ${LEAST} or more`)
  const names = (list: (typeof rest)[(typeof visitLists)[number]]) =>
    list.map(({ code, zh, en }) => ({ code, name: { zh, en } }))
  const [kinds, placeKinds, themes] = [names(rest.kinds), names(rest.placeKinds), names(rest.themes)]
  return { ...rest, kinds, placeKinds, themes, policies: names(rest.policies), drops: names(rest.drops) }
}

/** Refuses codes that stand twice. */
export function buildWorkerGroups(file: RulesFile<z.infer<typeof workerGroupsFile>>): WorkerGroups {
  const { groups, why } = file.value
  refuseRepeats(file, ['groups'], groups, 'code')
  return { groups: groups.map(({ code, zh, en }) => ({ code, name: { zh, en } })), why }
}
