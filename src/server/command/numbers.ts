import type { ClientBase } from 'pg'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { demandNumber } from '../../domain/code/demand-number.ts'
import type { Asked, BatchDesk } from './noun.ts'

/**
 * Takes the numbers a batch may need from the counters of region and day: one statement, under the realm's lock. Numbers
 * a refusal leaves unused are gaps, which harm nobody.
 */
export async function takeNumbers(
  client: ClientBase,
  realm: number,
  now: Date,
  asked: readonly Asked[],
): Promise<BatchDesk['takeNumber']> {
  const wanted = new Map<string, number>()
  for (const one of asked) {
    if (one.kind !== 'demand.raise') continue
    const region = countyOf(String(one.body.region))
    wanted.set(region, (wanted.get(region) ?? 0) + 1)
  }
  const day = localDateOf(now.getTime())
  const nextSeq = new Map<string, number>()
  if (wanted.size > 0) {
    const { rows } = await client.query({
      name: 'take numbers',
      text: `insert into number_counter as c (realm, region, day, last)
       select $1, region, $2, count from unnest($3::text[], $4::int[]) as t (region, count) order by region
       on conflict (realm, region, day) do update set last = c.last + excluded.last returning region, last`,
      values: [realm, day, [...wanted.keys()], [...wanted.values()]],
    })
    for (const { region, last } of rows) nextSeq.set(region, last - (wanted.get(region) ?? 0) + 1)
  }
  return (region) => {
    const county = countyOf(region)
    const seq = nextSeq.get(county)
    if (seq === undefined) throw new Error('no number was taken for this region')
    nextSeq.set(county, seq + 1)
    return demandNumber(county, day, seq)
  }
}

/** Numbers are counted per county: six digits. */
function countyOf(region: string): string {
  return region.slice(0, 6)
}
