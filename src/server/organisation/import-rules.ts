import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'

export const columns = [
  'kind',
  'uscc',
  'name',
  'region',
  'industry',
  'size',
  'ownership',
  'parent',
  'employer',
] as const
export type Column = (typeof columns)[number]

const Words = z.record(z.string(), z.array(z.string()))
const Rules = z.object({
  version: z.string(),
  columns: z.record(z.enum(columns), z.array(z.string())),
  kinds: Words,
  industries: Words,
  sizes: Words,
  ownerships: Words,
  unionCodesBegin: z.array(z.string()),
  nameLength: z.number().int(),
  grassrootsSections: z.array(z.string()),
})

/** Word or code (lower case) → code, for each list; and the limits of the import. */
export type ImportRules = {
  columns: Map<string, string>
  kinds: Map<string, string>
  industries: Map<string, string>
  sizes: Map<string, string>
  ownerships: Map<string, string>
  unionCodesBegin: string[]
  nameLength: number
  grassrootsSections: string[]
}

const FILE = new URL('../../../rules/organisations/import.yaml', import.meta.url)

/** Reads rules/organisations/import.yaml. */
export async function readImportRules(): Promise<ImportRules> {
  const rules = Rules.parse(parse(await readFile(FILE, 'utf8')))
  return {
    columns: byWord(rules.columns),
    kinds: byWord(rules.kinds),
    industries: byWord(rules.industries),
    sizes: byWord(rules.sizes),
    ownerships: byWord(rules.ownerships),
    unionCodesBegin: rules.unionCodesBegin,
    nameLength: rules.nameLength,
    grassrootsSections: rules.grassrootsSections,
  }
}

function byWord(list: Record<string, string[]>): Map<string, string> {
  const codes = new Map<string, string>()
  for (const [code, words] of Object.entries(list)) {
    for (const word of [code, ...words]) codes.set(word.toLowerCase(), code)
  }
  return codes
}
