import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { RegionLevel } from '../region/edition.ts'

export const unitLevels = ['nation', 'province', 'city', 'county', 'township', 'grassroots', 'group'] as const
export type UnitLevel = (typeof unitLevels)[number]

const LevelRule = z.object({
  unit: z.enum(unitLevels),
  name: z.string(),
  sections: z.array(z.string()),
})

const Standard = z.object({
  version: z.string(),
  levels: z.object({
    nation: LevelRule,
    province: LevelRule,
    prefecture: LevelRule,
    county: LevelRule,
    township: LevelRule,
  }),
  noSeat: z.array(z.string()),
  trim: z.array(z.string()),
})

/** The standard tree as data: which union sits at which level of region, its name and its sections. */
export type Standard = z.infer<typeof Standard>

const STANDARD = new URL('../../../rules/organisations/standard.yaml', import.meta.url)

/** Reads rules/organisations/standard.yaml. */
export async function readStandard(): Promise<Standard> {
  return Standard.parse(parse(await readFile(STANDARD, 'utf8')))
}

/** Name of the standard union of a region; null where none sits (市辖区 and the like). */
export function standardName(standard: Standard, region: { name: string; level: RegionLevel }): string | null {
  if (region.level !== 'township' && standard.noSeat.includes(region.name)) return null
  const ending = standard.trim.find((end) => region.name.endsWith(end) && region.name.length > end.length)
  const place = ending ? region.name.slice(0, -ending.length) : region.name
  return standard.levels[region.level].name.replace('{region}', place)
}
