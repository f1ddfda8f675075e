import type { PoolClient } from 'pg'
import { mayOnDeed } from '../../../domain/deed/may.ts'
import { findNamed, type Named, type Rules } from '../../../domain/rules.ts'
import { mayOnVisit } from '../../../domain/visit/may.ts'
import type { PaperLine } from '../../gateway/paper.ts'
import type { Staff } from '../line/reach.ts'
import type { Territory } from '../territory.ts'
import { dayOf } from './say-figure.ts'

/** More of each is no one page. */
const most = 5

type VisitRow = {
  readonly on: string
  readonly path: readonly number[]
  readonly kind: string | null
  readonly by: string
  readonly met: number
  readonly spot: string | null
  readonly themes: readonly string[]
  readonly deeds: readonly string[]
  readonly explained: number
}

/**
 * When somebody of the asker's union or below was there last, what was talked about, what was done: visits the union itself
 * paid, and those others paid to its enterprise or its region [visit_reach_list]. Whom one visited at home is told nobody; few
 * people met, and what they talked about, neither (domain §4 rules 5 and 26).
 */
export async function lastVisits(
  client: PoolClient,
  actor: Staff,
  { id, employer, from, to }: Territory,
  rules: Rules,
): Promise<readonly PaperLine[]> {
  const { rows } = await client.query<VisitRow>({
    name: 'paper-visits',
    text: `select v.visited_on::text as on, v.path, v.kind, u.name as by, v.met,
        case when v.kind <> 'home' then coalesce(e.name, pl.name) end as spot,
        array(select distinct o ->> 'theme' from jsonb_array_elements(v.opinions) o order by 1) as themes,
        array(select distinct d ->> 'deed' from jsonb_array_elements(v.deeds) d order by 1) as deeds,
        jsonb_array_length(v.explanations) as explained
      from visit_reach r join visit v on v.realm = r.realm and v.id = r.visit join unit u on u.id = v.unit
        left join place pl on pl.id = v.place left join employer e on e.id = v.employer
      where r.ancestor_unit = $1 and r.status = 'recorded'
        and ($2 = any (v.path) or v.employer = $3 or ($3::integer is null and v.region >= $4 and v.region < $5))
      order by r.visited_on desc, r.visit desc limit 30`,
    values: [actor.unit, id, employer, from, to],
  })
  const seen = rows.filter(({ path }) => mayOnVisit(actor, 'visit.read', path) === 'yes').slice(0, most)
  if (seen.length === 0) return [{ text: '没有您的岗位可以看到的走访记录。' }]
  return seen.map((row) => ({ text: visitLine(row, rules) }))
}

function visitLine(row: VisitRow, { visits, deeds, figures }: Rules): string {
  const named = (list: readonly Named[], codes: readonly string[]) =>
    codes.map((code) => findNamed(list, code)?.name.zh ?? code).join('、')
  const kind = row.kind === null ? '' : `，${named(visits.kinds, [row.kind])}`
  const spot = row.spot === null || row.spot === row.by ? '' : `，到${row.spot}`
  const met = row.met >= figures.fewest ? `，见到${row.met}人` : ''
  const themes =
    row.met >= visits.themesFrom && row.themes.length > 0 ? `；谈到${named(visits.themes, row.themes)}` : ''
  const explained = row.explained > 0 ? '；讲了政策' : ''
  const done = row.deeds.length > 0 ? `；当场办了实事（${named(deeds, row.deeds)}）` : ''
  return `${dayOf(row.on)}，${row.by}${spot}${kind}${met}${themes}${explained}${done}。`
}

type DeedRow = {
  readonly on: string
  readonly path: readonly number[]
  readonly deed: string
  readonly by: string
  readonly beneficiaries: number
  readonly fen: number
  readonly matter: boolean
}

/** Deeds done there last [deed_done]; where few had one, neither how many nor how much. */
export async function lastDeeds(
  client: PoolClient,
  actor: Staff,
  { id }: Territory,
  { deeds, figures }: Rules,
): Promise<readonly PaperLine[]> {
  const { rows } = await client.query<DeedRow>({
    name: 'paper-deeds',
    text: `select d.done_on::text as on, d.path, d.deed, u.name as by, d.beneficiaries, d.amount_fen::float8 as fen,
        d.demand is not null as matter
      from deed d join unit u on u.id = d.unit where d.done_on is not null and $1 = any (d.path)
      order by d.done_on desc, d.id desc limit 30`,
    values: [id],
  })
  return rows
    .filter(({ path }) => mayOnDeed(actor, 'deed.read', path) === 'yes')
    .slice(0, most)
    .map(({ on, deed, by, beneficiaries, fen, matter }) => {
      const enough = !matter && beneficiaries >= figures.fewest
      const reached = enough ? `，惠及${beneficiaries}人` : ''
      const paid = enough && fen > 0 ? `，用款${(fen / 100).toLocaleString('zh-CN')}元` : ''
      return { text: `${dayOf(on)}，${by}办了实事：${findNamed(deeds, deed)?.name.zh ?? deed}${reached}${paid}。` }
    })
}
