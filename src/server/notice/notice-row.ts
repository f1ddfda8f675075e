import type { ClientBase } from 'pg'

/** A notice as it is made; the database adds its tries. `made_at` and `not_before` are instants in ISO 8601. */
export type NewNotice = {
  readonly realm: number
  readonly id: string
  readonly demand: string | null
  readonly position: number | null
  readonly cause: string | null
  readonly day: string | null
  readonly code: string
  readonly way: 'now' | 'digest'
  readonly to_kind: 'worker' | 'unit' | 'post'
  readonly to_unit: number | null
  readonly to_section: string | null
  readonly to_post: number | null
  readonly params: Readonly<Record<string, string | number>>
  readonly not_before: string
  readonly state: 'queued' | 'dropped'
  readonly why: string | null
  readonly made_at: string
}

const columns = `realm, id, demand, position, cause, day, code, way, to_kind, to_unit, to_section, to_post, params,
  not_before, state, why, made_at`

/** Adds what is not there yet: the same event told twice to the same recipient is one row. */
export async function addNotices(client: ClientBase, rows: readonly NewNotice[]): Promise<void> {
  if (rows.length === 0) return
  await client.query({
    name: 'add notices',
    text: `insert into notice (${columns}) select ${columns} from json_populate_recordset(null::notice, $1::json)
      on conflict do nothing`,
    values: [JSON.stringify(rows)],
  })
}
