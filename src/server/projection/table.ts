import { realmOfId } from '../../domain/id.ts'
import type { Statement } from '../statement.ts'

/**
 * Rows for one projection table. `replaces` names the streams whose earlier rows in this table go first; without it rows
 * are only added (events never change, and a stream's first rows replace nothing).
 */
export type TableRows = {
  readonly table: ProjectionTable
  readonly replaces?: readonly string[]
  readonly rows: readonly Row[]
}
/** One row: column name to value; instants as ISO text, arrays as arrays. */
export type Row = Readonly<Record<string, unknown>>

/** Projection tables, the column that names the stream, and the key. `projections rebuild` empties exactly these. */
export const projectionTables = {
  demand: { stream: 'id', key: ['realm', 'id'] },
  work: { stream: 'demand', key: ['realm', 'ancestor_unit', 'demand'] },
  closed: { stream: 'demand', key: ['realm', 'ancestor_unit', 'demand'] },
  precedent: { stream: 'demand', key: ['realm', 'demand'] },
  post: { stream: 'account', key: ['id'] },
  office: { stream: 'id', key: ['realm', 'id'] },
  deed: { stream: 'id', key: ['realm', 'id'] },
  consent: { stream: 'demand', key: ['realm', 'demand', 'purpose'] },
  series: { stream: 'id', key: ['realm', 'id'] },
  article: { stream: 'id', key: ['realm', 'id'] },
  comment: { stream: 'id', key: ['realm', 'id'] },
  meeting: { stream: 'id', key: ['realm', 'id'] },
  invitation: { stream: 'id', key: ['realm', 'id'] },
  meeting_decision: { stream: 'meeting', key: ['realm', 'meeting', 'n'] },
  duty: { stream: 'office', key: ['realm', 'office', 'entry'] },
  training_plan: { stream: 'id', key: ['realm', 'id'] },
  training_course: { stream: 'id', key: ['realm', 'id'] },
  training_class: { stream: 'id', key: ['realm', 'id'] },
  training_learner: { stream: 'class', key: ['realm', 'class', 'account'] },
  training_hours: { stream: 'stream', key: ['realm', 'stream', 'account', 'entry'] },
  training_pass: { stream: 'stream', key: ['realm', 'stream', 'account'] },
  training_met: { stream: 'id', key: ['realm', 'id'] },
  issue: { stream: 'id', key: ['realm', 'id'] },
  campaign: { stream: 'id', key: ['realm', 'id'] },
  origin: { stream: 'campaign', key: ['realm', 'campaign', 'entry'] },
  leading_group: { stream: 'id', key: ['realm', 'id'] },
  directive: { stream: 'id', key: ['realm', 'id'] },
  form_wanted: { stream: 'directive', key: ['realm', 'directive', 'entry'] },
  brief: { stream: 'id', key: ['realm', 'id'] },
  visit: { stream: 'id', key: ['realm', 'id'] },
  visit_reach: { stream: 'visit', key: ['realm', 'ancestor_unit', 'visit'] },
  outreach: { stream: 'id', key: ['realm', 'id'] },
  place: { stream: 'id', key: ['realm', 'id'] },
  stationing: { stream: 'place', key: ['realm', 'place', 'entry'] },
  suggestion: { stream: 'id', key: ['realm', 'id'] },
  practice: { stream: 'id', key: ['realm', 'id'] },
  sheet: { stream: 'id', key: ['realm', 'id'] },
  sheet_header: { stream: 'sheet', key: ['realm', 'sheet', 'column_no'] },
} as const satisfies Record<string, { stream: string; key: readonly string[] }>
/** Name of a projection table. */
export type ProjectionTable = keyof typeof projectionTables

/** What writes the rows of a batch, each table once, in this order. Later parts replace earlier ones of the same stream. */
export function tableStatements(all: readonly TableRows[]): Statement[] {
  const sets = new Map(names.map((table) => [table, setOf(table, all)]))
  const statements: Statement[] = []
  // Nearly every batch writes these two, so they share a statement (db/migrations/0011).
  const [demand, work] = [sets.get('demand'), sets.get('work')]
  if (demand && work) {
    const gone = [...new Set([...demand.gone, ...work.gone])]
    statements.push({
      name: 'put demands',
      text: 'select put_demands($1, $2, $3, $4)',
      values: [realmsOf(gone), gone, JSON.stringify(demand.rows), JSON.stringify(work.rows)],
    })
  }
  for (const [table, set] of sets) {
    if (!set || (demand && work && (set === demand || set === work))) continue
    // No realm in the condition on purpose where the table has none (post); ids are unique over all realms.
    if (set.gone.length > 0)
      statements.push({
        name: `delete ${table}`,
        text: `delete from ${table} where ${where(table)}`,
        values: whereValues(table, set.gone),
      })
    // json_populate_recordset: one statement and one round trip however many rows, and integer arrays pass, which unnest
    // would flatten.
    if (set.rows.length > 0)
      statements.push({
        name: `insert ${table}`,
        text: `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`,
        values: [JSON.stringify(set.rows)],
      })
  }
  return statements
}

const names = Object.keys(projectionTables) as ProjectionTable[]

/** What a batch does to one table; null when nothing. */
function setOf(table: ProjectionTable, all: readonly TableRows[]): { gone: string[]; rows: readonly Row[] } | null {
  const parts = all.filter((part) => part.table === table)
  if (parts.length === 0) return null
  const { stream } = projectionTables[table]
  const gone = new Set<string>()
  let rows: Row[] = []
  for (const part of parts) {
    for (const id of part.replaces ?? []) gone.add(id)
    if (part.replaces) rows = rows.filter((row) => !part.replaces?.includes(String(row[stream])))
    rows.push(...part.rows)
  }
  return { gone: [...gone], rows }
}

function realmsOf(streams: readonly string[]): number[] {
  return [...new Set(streams.map(realmOfId))]
}

function where(table: ProjectionTable): string {
  const { stream, key } = projectionTables[table]
  const byStream = `${stream} = any($1::uuid[])`
  return (key as readonly string[]).includes('realm') ? `realm = any($2::int[]) and ${byStream}` : byStream
}

function whereValues(table: ProjectionTable, streams: string[]): unknown[] {
  if (!(projectionTables[table].key as readonly string[]).includes('realm')) return [streams]
  return [streams, realmsOf(streams)]
}
