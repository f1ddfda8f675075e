import type { Pool } from 'pg'
import type { Employers, PlaceOption, Places } from '../../../web/door/raise-place.ts'
import { childrenOfRegion, findRegions, regionPath } from '../../region/find.ts'
import { type Around, findEmployers } from '../../view/employers.ts'
import { reading } from '../../view/scope.ts'

const NATION = '000000'
const MOST_FOUND = 12
// Levels of the published division that are no places: districts of a municipality, counties led by a province.
const NO_PLACE = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/

/** What is known of the place of a form: the region chosen, what lies below it, or what a name finds. */
export function lookUpPlaces(reader: Pool, region: string, search: string | null): Promise<Places> {
  return reading(reader, { kind: 'public' }, async (client) => {
    if (search !== null && search.trim() !== '') {
      const found = (await findRegions(client, search.slice(0, 40), MOST_FOUND)).filter(({ code }) => code !== NATION)
      return {
        chosen: null,
        children: [],
        found: found.map(({ code, name, path }) => ({ code, name, path: path.filter((each) => !NO_PLACE.test(each)) })),
      }
    }
    const path = /^\d{6}(\d{3})?$/.test(region) ? await regionPath(client, region) : []
    const last = path.at(-1)
    if (!last) return { chosen: null, children: [], found: null }
    const children: PlaceOption[] = (await childrenOfRegion(client, region)).map(({ code, name }) => ({
      code,
      name,
      path: [],
    }))
    const deep = last.level === 'county' || last.level === 'township' || children.length === 0
    const above = path.slice(0, -1).filter(({ code, name }) => code !== NATION && !NO_PLACE.test(name))
    return {
      chosen: { code: last.code, name: last.name, path: above.map(({ name }) => name), deep },
      children,
      found: null,
    }
  })
}

/** Employers of the place, or of the prefecture about it, by part of their name; null when there is no place or no name to look for. */
export function lookUpEmployers(reader: Pool, region: string, name: string, around?: Around): Promise<Employers> {
  const text = name.trim().slice(0, 60)
  if (text === '' || !/^\d{6}(\d{3})?$/.test(region)) return Promise.resolve(null)
  return reading(reader, { kind: 'public' }, async (client) => (await findEmployers(client, region, text, around)).rows)
}

/** A union by its id, with its place; for the own union of an enterprise, the enterprise as well. Undefined where there is none in force. */
export async function lookUpUnion(reader: Pool, id: unknown) {
  if (typeof id !== 'string' || !/^\d{1,9}$/.test(id)) return undefined
  return reading(reader, { kind: 'public' }, async (client) => {
    const { rows } = await client.query<{ name: string; region: string; employer: number | null; company: string }>(
      `select u.name, u.region, u.employer, coalesce(e.name, '') as company
       from unit u left join employer e on e.id = u.employer where u.id = $1 and u.valid_to is null`,
      [Number(id)],
    )
    const [union] = rows
    if (!union) return undefined
    const { name, region, employer, company } = union
    return { id, name, region, employer: employer ? { employer: String(employer), employerName: company } : {} }
  })
}
