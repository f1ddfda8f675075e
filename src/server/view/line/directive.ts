import type { PoolClient } from 'pg'
import { approvesForms } from '../../../domain/directive/approves-forms.ts'
import type { Clause, DirectiveVerb } from '../../../domain/directive/command.ts'
import { figureCut } from '../../../domain/directive/figure-cut.ts'
import { directiveVerbs } from '../../../domain/directive/may.ts'
import { realmOfId } from '../../../domain/id.ts'
import type { FigureRules } from '../../../domain/measure/figure-rules.ts'
import type { Rules } from '../../../domain/rules.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { Fault } from '../../fault.ts'
import { figuresOf } from '../figures.ts'
import { reading } from '../scope.ts'
import { briefOf } from './brief.ts'
import type { LineReading } from './campaign.ts'
import { monthsOf } from './period.ts'
import { planOfCut, rosterOf } from './plan-of-cut.ts'
import { mustSee, pathOf, type Staff } from './reach.ts'
import { cascadeOf, receiptsBelow } from './receipts.ts'
import { openedTexts } from './texts.ts'
import { wantedUnder } from './wanted-forms.ts'

type Told = ViewAnswer<'directive'>
/** The rules a page of the main line is told by. */
export type LineRules = Pick<Rules, 'figures' | 'unitLevels'>

/**
 * A directive as one union has it: its words, the live figure of the union for each clause (by the very code of the page of
 * figures), its brief, and the receipts below [directive_pkey, figure_pkey, brief_unit].
 */
export async function directivePage(
  context: LineReading,
  actor: Staff,
  asked: { readonly directive: string; readonly unit: number },
  { rules: { figures: rules, unitLevels }, now }: { readonly rules: LineRules; readonly now: Date },
): Promise<Told> {
  const read = await reading(context.reader, actor, async (client) => {
    const row = await directiveRow(client, actor, asked.directive)
    const of = await placeOf(client, asked.unit)
    const period = monthsOf(row.campaign.fromOn, now)
    const clauses = await withFigures(client, row, { unit: asked.unit, ...period }, rules, now)
    const below = await receiptsBelow(client, row, asked.unit)
    const cascade = row.state === 'draft' ? null : await cascadeOf(client, row)
    const acting = await placeOf(client, actor.unit)
    const forms = formVerbs(actor, row, of, approvesForms(acting.level, unitLevels))
    const wanted = await wantedUnder(client, row.id, of.id)
    return { row, of, period, wanted, clauses, below, cascade, forms, brief: await briefOf(client, actor, row, of) }
  })
  const { row, brief } = read
  const texts = brief?.planId
    ? await openedTexts(context, new Map([[brief.id, await context.look(brief.id, 'text')]]))
    : new Map<string, string>()
  const { path, toUnit: _, clauses: __, ...head } = row
  return {
    ...head,
    of: { id: read.of.id, name: read.of.name, level: read.of.level },
    period: read.period,
    wanted: read.wanted,
    fewest: rules.fewest,
    clauses: read.clauses,
    cascade: read.cascade,
    brief: brief && { ...brief.told, plan: texts.get(brief.planId ?? '') ?? null },
    below: read.below.whole,
    children: read.below.children,
    verbs: [...verbsNow(row.state, directiveVerbs(actor, path)), ...read.forms],
  }
}

/** What stands in the row; `path` is that of the issuer. */
export type DirectiveRow = Pick<
  Told,
  'id' | 'number' | 'title' | 'state' | 'issuedOn' | 'unit' | 'to' | 'reason' | 'successor' | 'forms' | 'campaign'
> & {
  readonly path: readonly number[]
  readonly toUnit: number | null
  readonly clauses: readonly Clause[]
}

/** The row, if the asker may see it. @throws Fault 404 */
export async function directiveRow(client: PoolClient, actor: Staff, directive: string): Promise<DirectiveRow> {
  const { rows } = await client.query<DirectiveRow>({
    name: 'directive',
    text: `select d.id, d.number, d.title, d.state, d.issued_on::text as "issuedOn", d.clauses, d.path, d.reason,
        d.to_unit as "toUnit",
        case when s.id is not null then json_build_object('id', s.id, 'number', s.number, 'title', s.title) end as successor,
        (select coalesce(json_agg(json_build_object('unit', json_build_object('id', f.id, 'name', f.name, 'level', f.level),
            'title', form ->> 'title', 'legalBasis', form ->> 'legalBasis', 'attached', (form ->> 'attached')::boolean)
            order by n), '[]')
          from (select form, n, (form ->> 'unit')::integer as unit from jsonb_array_elements(d.forms) with ordinality as o(form, n) offset 0) o
          join unit f on f.id = o.unit) as forms,
        json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit,
        case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'level', t.level) end as to,
        json_build_object('id', c.id, 'title', c.title, 'fromOn', c.from_on, 'toOn', c.to_on) as campaign
      from directive d join unit u on u.id = d.unit left join unit t on t.id = d.to_unit join campaign c on c.id = d.campaign
        left join directive s on s.realm = d.realm and s.id = d.successor
      where d.realm = $1 and d.id = $2`,
    values: [realmOfId(directive), directive],
  })
  const row = rows[0]
  if (!row) throw new Fault(404, 'not-found', { field: 'directive' })
  mustSee(actor, row.path, await pathOf(client, actor.unit), 'directive')
  return row
}

/** A union at or below the asker's own. */
export type Place = Told['of'] & { readonly path: readonly number[] }

/** The union whose figures are asked for. @throws Fault 404 when it is not at or below the asker's */
export async function placeOf(client: PoolClient, unit: number): Promise<Place> {
  const { rows } = await client.query<Place>({
    name: 'line-place',
    text: `select id, name, level, ancestors as path from unit where id = $1
      and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors)`,
    values: [unit],
  })
  if (!rows[0]) throw new Fault(404, 'not-found', { field: 'unit' })
  return rows[0]
}

/** Figures are asked once per cut, however many clauses share it. */
async function withFigures(
  client: PoolClient,
  { id, clauses }: Pick<DirectiveRow, 'id' | 'clauses'>,
  asked: { readonly unit: number; readonly from: string; readonly to: string },
  rules: FigureRules,
  now: Date,
): Promise<Told['clauses']> {
  const counted = clauses.filter(({ measure }) => measure !== null)
  const wholes = new Map<string | null, Awaited<ReturnType<typeof figuresOf>>['whole']>()
  const plans = new Map<string, Told['clauses'][number]['plan']>()
  for (const cut of new Set(counted.map((clause) => figureCut(id, clause)))) {
    const plan = cut === null ? null : await planOfCut(client, cut)
    // Whoever was trained before the campaign began was trained: a plan is told from its own first year.
    const from = plan?.since ?? asked.from
    const { whole } = await figuresOf(client, { ...asked, from, ...(cut === null ? {} : { cut }) }, rules, now)
    wholes.set(cut, whole)
    if (cut !== null && plan) plans.set(cut, { ...plan, roster: await rosterOf(client, plan.id, asked.unit, now) })
  }
  return clauses.map(({ text, measure, cut }, at) => {
    const by = figureCut(id, { measure, cut })
    const figure = measure === null ? null : (wholes.get(by)?.[measure] ?? { n: 0, hidden: null })
    const plan = measure === null || cut === null ? null : (plans.get(cut) ?? null)
    return { n: at + 1, text, measure, cut, by, figure, plan }
  })
}

/** What the asker may do about forms of the union that is looked at: want one for itself, or approve one that it wants. */
function formVerbs(actor: Staff, row: DirectiveRow, of: Place, highEnough: boolean): DirectiveVerb[] {
  const holds = of.id === row.unit.id || (row.toUnit !== null && of.path.includes(row.toUnit))
  if (row.state !== 'issued' || !holds) return []
  const verbs = directiveVerbs(actor, of.path)
  const answering: readonly DirectiveVerb[] = ['form.approve', 'form.refuse']
  return verbs.filter((verb) => verb.startsWith('form.') && (highEnough || !answering.includes(verb)))
}

const onDraft: readonly DirectiveVerb[] = ['directive.change', 'directive.issue']
const inForce: readonly DirectiveVerb[] = ['directive.supersede', 'directive.withdraw']

function verbsNow(state: Told['state'], verbs: readonly DirectiveVerb[]): DirectiveVerb[] {
  const now = state === 'draft' ? onDraft : state === 'issued' ? inForce : []
  return verbs.filter((verb) => now.includes(verb))
}
