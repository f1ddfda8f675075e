import { z } from 'zod'
import type { RoutingRules } from '../../domain/routing-rules.ts'
import type { Taxonomy } from '../../domain/topic.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { code, flag, level, said, some } from './schema-parts.ts'

// Custodian, auditor and administrator never handle a matter (domain §3), so no work can wait for one of them.
const working = some(z.enum(['agent', 'triage', 'handler', 'head']))

/** `routing.yaml` */
export const routingFile = z.strictObject({
  version: said,
  staffed: z.strictObject({
    triage: working,
    lead: working,
    joint: working,
    callback: working,
    ruling: working,
    approval: working,
  }),
  groupLevel: level,
  copyLevel: level,
  superviseLevels: z.array(level).min(1),
  alone: z.array(z.strictObject({ flag, section: code })),
})
type File = RulesFile<z.infer<typeof routingFile>>

/** Refuses unknown sections, flags that stand twice, and a leaf that the section which alone may see it does not lead. */
export function buildRouting(
  file: File,
  parts: {
    readonly sections: ReadonlySet<string>
    readonly taxonomy: Taxonomy
    readonly taxonomyFile: RulesFile<unknown>
  },
): RoutingRules {
  const { staffed, groupLevel, copyLevel, superviseLevels, alone } = file.value
  for (const [work, roles] of Object.entries(staffed)) refuseRepeats(file, ['staffed', work], roles)
  refuseRepeats(file, ['alone'], alone, 'flag')
  for (const [at, { section }] of alone.entries()) {
    if (section !== 'lead' && !parts.sections.has(section))
      file.refuse(['alone', at, 'section'], `unknown section ${section}; add it to sections.yaml or correct it`)
  }
  for (const [groupAt, group] of parts.taxonomy.groups.entries()) {
    for (const [leafAt, leaf] of group.leaves.entries()) {
      const first = alone.find((each) => leaf.flags.includes(each.flag))
      if (!first) continue
      const must = first.section === 'lead' ? null : first.section
      if (leaf.lead.section === null || (must !== null && leaf.lead.section !== must))
        parts.taxonomyFile.refuse(
          ['groups', groupAt, 'leaves', leafAt, 'code'],
          `${leaf.code} is ${first.flag}, but ${leaf.lead.section ?? 'no section'} leads it; let ${must ?? 'one section'} lead it or take the flag out`,
        )
    }
  }
  return { staffed, groupLevel, copyLevel, superviseLevels, alone }
}
