import type { UnitGrant } from '../unit-grants.ts'

/** Verb on read records: to see who opened what at a union and below it. */
export type OpeningVerb = 'opening.read'

/** Who looks after who looked: the auditor alone, who opens no words (domain §3, 三员分立). */
export const openingGrants: readonly UnitGrant<OpeningVerb>[] = [
  { role: 'auditor', verb: 'opening.read', reach: 'subtree' },
]
