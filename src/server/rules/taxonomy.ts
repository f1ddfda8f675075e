import type { z } from 'zod'
import type { Taxonomy, Topic } from '../../domain/topic.ts'
import type { RulesPath } from './rules-document.ts'
import type { RulesFile } from './rules-file.ts'
import type { taxonomyFile } from './schema.ts'

type File = RulesFile<z.infer<typeof taxonomyFile>>
type Group = File['value']['groups'][number]
type Leaf = Group['leaves'][number]

/** The codes other files define, which the taxonomy points to. */
export type Known = {
  readonly sections: ReadonlySet<string>
  readonly departments: ReadonlySet<string>
  readonly legalClocks: ReadonlySet<string>
}

/**
 * Fills every leaf with what it inherits and refuses what does not hold together: letters out of order, holes and repeats
 * among the leaves, codes that no other file knows, a retired leaf without a living successor.
 */
export function buildTaxonomy(file: File, known: Known): Taxonomy {
  const { groups } = file.value
  let before = ''
  for (const [at, group] of groups.entries()) {
    if (group.code <= before)
      file.refuse(
        ['groups', at, 'code'],
        `letter ${group.code} is repeated or out of order; keep letters in order, each once`,
      )
    before = group.code
    refuseUnknown(file, ['groups', at], group, known)
    for (const [leafAt, leaf] of group.leaves.entries()) checkLeaf(file, group, at, leaf, leafAt, known)
  }
  const taxonomy = {
    groups: groups.map((group) => ({
      code: group.code,
      name: nameOf(group),
      leaves: group.leaves.map((leaf) => topicOf(group, leaf)),
    })),
  }
  refuseDeadEnds(
    file,
    new Map(taxonomy.groups.flatMap((group) => group.leaves.map((leaf) => [leaf.code, leaf] as const))),
  )
  return taxonomy
}

function checkLeaf(file: File, group: Group, groupAt: number, leaf: Leaf, at: number, known: Known): void {
  const where = ['groups', groupAt, 'leaves', at]
  const expected = group.code + String(at + 1).padStart(2, '0')
  if (leaf.code !== expected) {
    const repeated = group.leaves.slice(0, at).some((earlier) => earlier.code === leaf.code)
    const problem = repeated ? `code ${leaf.code} stands twice` : `code ${leaf.code} leaves a hole`
    file.refuse(
      [...where, 'code'],
      `${problem}, expected ${expected}; a leaf is retired with retiredTo, never taken out`,
    )
  }
  refuseUnknown(file, where, leaf, known)
}

function refuseUnknown(file: File, where: RulesPath, entry: Group | Leaf, known: Known): void {
  const section = entry.lead?.section
  if (section && !known.sections.has(section))
    file.refuse([...where, 'lead', 'section'], `unknown section ${section}; add it to sections.yaml or correct it`)
  for (const [at, code] of (entry.joint ?? []).entries()) {
    if (!known.departments.has(code))
      file.refuse([...where, 'joint', at], `unknown department ${code}; add it to departments.yaml or correct it`)
  }
  for (const [at, code] of (entry.legalClocks ?? []).entries()) {
    if (!known.legalClocks.has(code))
      file.refuse(
        [...where, 'legalClocks', at],
        `unknown legal clock ${code}; add it to legal-clocks.yaml or correct it`,
      )
  }
}

function refuseDeadEnds(file: File, leaves: ReadonlyMap<string, Topic>): void {
  for (const [groupAt, group] of file.value.groups.entries()) {
    for (const [at, leaf] of group.leaves.entries()) {
      if (leaf.retiredTo !== null && !endsAlive(leaves, leaf))
        file.refuse(
          ['groups', groupAt, 'leaves', at, 'retiredTo'],
          `${leaf.retiredTo} leads to no living leaf; name one that exists`,
        )
    }
  }
}

function endsAlive(leaves: ReadonlyMap<string, Topic>, leaf: Leaf): boolean {
  const seen = new Set<string>([leaf.code])
  for (let to = leaf.retiredTo; to !== null; to = leaves.get(to)?.retiredTo ?? null) {
    if (!leaves.has(to) || seen.has(to)) return false
    seen.add(to)
  }
  return true
}

/** A leaf with what it has from its letter. */
export function topicOf(group: Group, leaf: Leaf): Topic {
  return {
    code: leaf.code,
    group: group.code,
    name: nameOf(leaf),
    lead: leaf.lead ?? group.lead,
    joint: leaf.joint ?? group.joint ?? [],
    mode: leaf.mode ?? group.mode,
    urgency: leaf.urgency ?? group.urgency,
    groupUrgency: leaf.groupUrgency !== undefined ? leaf.groupUrgency : (group.groupUrgency ?? null),
    mayGoToEnterpriseUnion: leaf.mayGoToEnterpriseUnion ?? group.mayGoToEnterpriseUnion ?? false,
    legalClocks: leaf.legalClocks ?? group.legalClocks ?? [],
    flags: leaf.flags ?? group.flags ?? [],
    retiredTo: leaf.retiredTo,
  }
}

function nameOf({ zh, en }: { readonly zh: string; readonly en: string }): { zh: string; en: string } {
  return { zh, en }
}
