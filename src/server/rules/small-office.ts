import { z } from 'zod'
import { duties, type SmallOffice } from '../../domain/small-office.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { said } from './schema-parts.ts'

const duty = z.enum(duties)
const pairs = z.array(z.tuple([duty, duty]))

/** `small-office.yaml` */
export const smallOfficeFile = z.strictObject({
  version: said,
  duties: z.array(duty),
  upToPersons: z.int().min(0),
  free: pairs,
  may: pairs,
  never: pairs,
})
type File = RulesFile<z.infer<typeof smallOfficeFile>>

// Product law 10 leaves these to no federation.
const ALWAYS_APART = ['callback', 'custodian', 'approve', 'rule'] as const

/** Refuses a pair that stands nowhere or twice, and every way of letting a handler judge its own work. */
export function buildSmallOffice(file: File): SmallOffice {
  const { free, may, never, upToPersons } = file.value
  refuseRepeats(file, ['duties'], file.value.duties)
  const missing = duties.find((each) => !file.value.duties.includes(each))
  if (missing) file.refuse(['duties'], `${missing} is missing; name every duty`)
  const seen = new Set<string>()
  for (const [list, entries] of Object.entries({ free, may, never })) {
    for (const [at, [one, other]] of entries.entries()) {
      const key = keyOf(one, other)
      if (one === other) file.refuse([list, at], `${one} stands with itself; name two duties`)
      if (seen.has(key)) file.refuse([list, at], `${one} and ${other} stand twice; take one of the two pairs out`)
      seen.add(key)
      if (list !== 'never' && ALWAYS_APART.some((each) => keyOf('handle', each) === key))
        file.refuse([list, at], `who handles is never who does ${one === 'handle' ? other : one}; put it under never`)
    }
  }
  for (const [at, one] of duties.entries()) {
    for (const other of duties.slice(at + 1)) {
      if (!seen.has(keyOf(one, other)))
        file.refuse(['never'], `${one} and ${other} stand nowhere; put the pair under free, may or never`)
    }
  }
  return { upToPersons, may, never }
}

function keyOf(one: string, other: string): string {
  return [one, other].sort().join(' ')
}
