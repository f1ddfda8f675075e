import type { Pool, PoolClient } from 'pg'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import type { Clause } from '../../../domain/directive/command.ts'
import { figureCut } from '../../../domain/directive/figure-cut.ts'
import { makeId, NATION_REALM } from '../../../domain/id.ts'
import type { FigureRules } from '../../../domain/measure/figure-rules.ts'
import type { Measure } from '../../../domain/measure/measure.ts'
import type { FigureCell } from '../../../protocol/figure-view.ts'
import type { Figured, PublicCampaign, PublicLine } from '../../../protocol/public-line.ts'
import { figuresOf } from '../figures.ts'
import { reading } from '../scope.ts'
import { monthsOf } from './period.ts'
import { planOfCut } from './plan-of-cut.ts'

/** How often we failed is public too (product law 3): shown whatever the clauses ask for. */
const failures: readonly Measure[] = ['unsolved', 'unknown', 'reopened', 'contacted-late', 'excluded']
/** What was done, on the page about the union. They stand in one registry with the failures and are hidden together. */
const work: readonly Measure[] = ['heard', 'met', 'understood', 'claimed', 'solved', 'delivered']
/** An id that no account has: none is made at the beginning of 1970. */
const nobody = makeId(NATION_REALM, 0, new Uint8Array(8))
/** More campaigns of one level than these are no page for a phone. */
const mostCampaigns = 4
const mostDirectives = 3

type Cells = Awaited<ReturnType<typeof figuresOf>>['whole']

/**
 * What everybody may see of the main line: the campaigns in force of the highest level that has any, the clauses of their
 * directives in force, each with the figure of the union that asks, and how often the whole federation failed. The figures
 * are told as the page of figures tells them to a post of the topmost union, so that no two of them give a third away.
 */
export async function publicLine(pool: Pool, rules: FigureRules, now: Date): Promise<PublicLine> {
  const root = await rootOf(pool)
  if (!root) return { root: null, campaigns: [], work: [], failures: [], period: null, fewest: rules.fewest }
  // A post that may open no matter at all reads here for the public.
  const reader = { kind: 'staff', account: nobody, post: 0, unit: root.id, section: null, role: 'trainer' } as const
  return reading(pool, reader, async (client) => {
    const today = localDateOf(now.getTime())
    const period = monthsOf(today, now)
    const { whole } = await figuresOf(client, { unit: root.id, ...period }, rules, now)
    const campaigns: PublicCampaign[] = []
    for (const row of await inForce(client, today)) campaigns.push(await withFigures(client, row, rules, now))
    return {
      ...{ root: root.name, period, fewest: rules.fewest, campaigns },
      work: work.map((measure) => ({ measure, figure: cellOf(whole, measure) })),
      failures: failures.map((measure) => ({ measure, figure: cellOf(whole, measure) })),
    }
  })
}

async function rootOf(pool: Pool): Promise<{ id: number; name: string } | undefined> {
  const { rows } = await reading(pool, { kind: 'public' }, (client) =>
    client.query<{ id: number; name: string }>(
      'select id, name from unit where parent is null and valid_to is null order by id limit 1',
    ),
  )
  return rows[0]
}

type Row = Omit<PublicCampaign, 'papers' | 'period'> & {
  readonly unit: number
  readonly papers: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly issuedOn: string
    readonly clauses: readonly Clause[]
  }[]
}

/** Campaigns in force of the highest level that has any, oldest first. */
async function inForce(client: PoolClient, today: string): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>({
    name: 'public-campaigns',
    text: `with open as (
        select c.*, cardinality(c.path) as depth from campaign c
        where c.from_on <= $1 and (c.to_on is null or c.to_on >= $1) and exists (
          select from directive d where d.campaign = c.id and d.unit = c.unit and d.state = 'issued'))
      select c.title, c.purpose, c.unit, u.name as by, c.from_on::text as "fromOn", c.to_on::text as "toOn",
        (select json_agg(json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'issuedOn', d.issued_on, 'clauses', d.clauses)
           order by d.issued_on, d.number)
         from (select * from directive d where d.campaign = c.id and d.unit = c.unit and d.state = 'issued'
           order by d.issued_on desc, d.number limit $3) d) as papers
      from open c join unit u on u.id = c.unit
      where c.depth = (select min(depth) from open) order by c.from_on, c.id limit $2`,
    values: [today, mostCampaigns, mostDirectives],
  })
  return rows
}

async function withFigures(
  client: PoolClient,
  { unit, papers, ...row }: Row,
  rules: FigureRules,
  now: Date,
): Promise<PublicCampaign> {
  const period = monthsOf(row.fromOn, now)
  const wholes = new Map<string | null, Cells>()
  const counted = papers.flatMap(({ id, clauses }) =>
    clauses.flatMap((clause) => (clause.measure === null ? [] : [figureCut(id, clause)])),
  )
  for (const cut of new Set(counted)) {
    const since = cut === null ? undefined : (await planOfCut(client, cut))?.since
    const asked = { unit, ...period, ...(since ? { from: since } : {}), ...(cut === null ? {} : { cut }) }
    wholes.set(cut, (await figuresOf(client, asked, rules, now)).whole)
  }
  const figured = (id: string, clause: Clause): Figured | null =>
    clause.measure === null
      ? null
      : { measure: clause.measure, figure: cellOf(wholes.get(figureCut(id, clause)) ?? {}, clause.measure) }
  return {
    ...row,
    period,
    papers: papers.map(({ id, clauses, ...paper }) => ({
      ...paper,
      clauses: clauses.map((clause) => ({ text: clause.text, cut: clause.cut, figured: figured(id, clause) })),
    })),
  }
}

function cellOf(cells: Cells, measure: Measure): FigureCell {
  return cells[measure] ?? { n: 0, hidden: null }
}
