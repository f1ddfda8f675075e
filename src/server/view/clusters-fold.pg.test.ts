import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PipelineFixture, pipelineFixture, type Staff } from '../../../test/kit/pipeline.ts'
import { randomFrom } from '../../../test/kit/random.ts'
import { patternSince } from '../../domain/issue/pattern.ts'
import { sees } from '../../domain/reach.ts'
import { clustersOf } from './clusters.ts'
import { demandColumns, demandJoins, demandRow, targetOfRow } from './demand-row.ts'
import { reading } from './scope.ts'

/** The list must be what anybody would count by hand from the demands the asker may see, whatever happened. */

let fixture: PipelineFixture
let triage: Staff
let askers: { actor: Staff; units: number[] }[]
let employers: number[]
let leads: number[]
beforeAll(async () => {
  fixture = await pipelineFixture()
  const county = '江湾区总工会'
  triage = await fixture.staff(county, 'triage')
  const streets = [await fixture.staff('柳荫街道工会', 'handler'), await fixture.staff('望江街道工会', 'handler')]
  leads = streets.map(({ unit }) => unit)
  const organiser = await fixture.staff(county, 'organiser')
  const city = await fixture.staff('示例市总工会', 'organiser')
  const discipline = await fixture.staff(county, 'head', 'discipline')
  const one = await fixture.staff('柳荫街道工会', 'organiser')
  const other = await fixture.staff('望江街道工会', 'organiser')
  const own = await fixture.staff('江湾精工有限公司工会', 'organiser')
  askers = [
    { actor: organiser, units: [organiser.unit, ...leads] },
    { actor: city, units: [city.unit, organiser.unit] },
    { actor: discipline, units: [organiser.unit] },
    ...[one, other, own].map((actor) => ({ actor, units: [actor.unit] })),
  ]
  const { rows } = await fixture.db.owner.query(
    "select id from employer where name in ('江湾精工有限公司', '柳荫纺织有限公司', '望江物流有限公司') order by id",
  )
  employers = rows.map(({ id }) => id)
})
afterAll(() => fixture?.close())

test('the list is a plain fold over the demands the asker sees', async () => {
  const random = randomFrom(2026)
  const alone = fixture.context.rules.taxonomy.groups
    .flatMap(({ leaves }) => leaves)
    .find(({ flags }) => flags.includes('discipline-only'))?.code
  let found = 0
  let hidden = 0
  for (let round = 0; round < 6; round += 1) {
    for (let n = 0; n < 14; n += 1) await matter(random, String(alone))
    for (const { actor, units } of askers) {
      for (const unit of units) {
        const listed = await listOf(actor, unit)
        const seen = await demandsSeenBy(actor)
        expect(listed.map(textOf)).toEqual(folded(seen, unit))
        found += listed.length
        hidden += listed.filter(({ count }) => count.n === null).length
      }
    }
    fixture.clock.stepTo(new Date(fixture.clock.now().getTime() + random.integer(1, 12) * 86_400_000))
  }
  // The world was rich enough to be worth looking at.
  expect(found).toBeGreaterThan(40)
  expect(hidden).toBeGreaterThan(5)
  expect(hidden).toBeLessThan(found)
})

type Random = ReturnType<typeof randomFrom>
type Rows = Awaited<ReturnType<typeof clustersOf>>['rows']

async function matter(random: Random, alone: string): Promise<void> {
  const at = <T>(list: readonly T[]) => list[random.integer(0, list.length - 1)] as T
  const region = at(['990102001', '990102002', '990102'])
  const employer = at([...employers, undefined, undefined])
  const demand = await fixture.raise('测试', {
    region,
    persons: random.integer(1, 3),
    ...(employer ? { employer } : {}),
    ...(random.integer(0, 2) === 0 ? { agency: at(employers) } : {}),
  })
  if (random.integer(0, 9) === 0) return
  const topic = random.integer(0, 7) === 0 ? alone : at(['A03', 'C01'])
  const asked = { topic, nature: 'complaint', urgency: 'P2', difficulty: 'plain' }
  const lead = topic === alone ? { lead: triage.unit, section: 'discipline' } : { lead: at(leads) }
  await fixture.accept(triage, 'demand.triage', { demand, ...asked, ...lead })
}

const listOf = async (actor: Staff, unit: number): Promise<Rows> => {
  const all: Rows = []
  for (let after: string | undefined; ; ) {
    const page = await reading(fixture.db.reader, actor, (client) =>
      clustersOf(client, actor, { unit, after }, fixture.context.rules, fixture.clock.now()),
    )
    all.push(...page.rows)
    if (page.after === null) return all
    after = page.after
  }
}

/** Every demand, read without a wall, that the table of grants lets the actor see. */
async function demandsSeenBy(actor: Staff) {
  const { rows } = await fixture.db.owner.query(`select ${demandColumns} from demand d ${demandJoins}`)
  return rows.filter((row) => sees(actor, targetOfRow(row))).map((row) => ({ ...demandRow(row, actor), row }))
}
type Seen = Awaited<ReturnType<typeof demandsSeenBy>>

const textOf = ({ topic, kind, employer, region, count, persons, firstOn, lastOn }: Rows[number]) =>
  [topic, kind, employer?.id ?? region?.code, count.n ?? '<5', persons.n ?? '<5', firstOn, lastOn].join(' ')

/** By hand: every place of every demand, those with three or more, the narrower instead of the wider that holds the same. */
function folded(seen: Seen, unit: number): string[] {
  const { rules, clock } = fixture.context
  const since = patternSince(rules.calendar, clock.now().getTime(), rules.limits.alert)
  const counts = seen.filter(
    ({ topic, submittedAt, row }) =>
      topic !== null && row.restricted === null && row.reach_units.includes(unit) && Date.parse(submittedAt) >= since,
  )
  const places = new Map<string, Seen>()
  for (const demand of counts) {
    const { employer, agency, region, topic } = demand
    const keys = [
      ...[employer, agency].flatMap((named) => (named ? [`0 ${topic} ${named.id}`] : [])),
      ...(region.length === 9 ? [`2 ${topic} ${region}`] : []),
    ]
    for (const key of [...keys, `3 ${topic} ${region.slice(0, 6)}`])
      places.set(key, [...(places.get(key) ?? []), demand])
  }
  // Who hires out for even one of them is wider than where all the work is done.
  for (const [key, demands] of [...places]) {
    if (!key.startsWith('0') || !demands.some(({ agency }) => key.endsWith(` ${agency?.id}`))) continue
    places.delete(key)
    places.set(key.replace('0', '1'), demands)
  }
  const told = new Set<string>()
  return [...places]
    .filter(([, demands]) => demands.length >= rules.limits.alert.sameLeaf)
    .sort(([a], [b]) => (byPlace(a) < byPlace(b) ? -1 : 1))
    .filter(([, demands]) => {
      const same = demands
        .map(({ id }) => id)
        .sort()
        .join()
      return told.has(same) ? false : told.add(same)
    })
    .map(([key, demands]) => ({
      key,
      demands,
      last:
        demands
          .map(({ submittedAt }) => submittedAt)
          .sort()
          .at(-1) ?? '',
    }))
    .sort((a, b) => (a.last === b.last ? (wireKey(a.key) < wireKey(b.key) ? 1 : -1) : a.last < b.last ? 1 : -1))
    .map(({ key, demands }) => {
      const [width, topic, place] = key.split(' ')
      const kind = ['employer', 'agency'][Number(width)] ?? 'region'
      const persons = demands.reduce((sum, each) => sum + each.persons, 0)
      const days = demands.map(({ submittedAt }) => dayOf(submittedAt)).sort()
      const few = (n: number) => (n > 0 && n < 5 ? '<5' : n)
      return [topic, kind, place, few(demands.length), few(persons), days[0], days.at(-1)].join(' ')
    })
}

/** Of two companies with the very same matters the one of the lower number stands for both. */
function byPlace(key: string): string {
  const [width, topic, place = ''] = key.split(' ')
  return `${width} ${topic} ${place.padStart(12, '0')}`
}

function wireKey(key: string): string {
  const [width, topic, place] = key.split(' ')
  return `${topic} ${Number(width) < 2 ? 'e' : 'r'}${place}`
}

function dayOf(iso: string): string {
  return new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10)
}
