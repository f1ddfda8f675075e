import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { realmOfId } from '../../domain/id.ts'
import { mayOnSuggestion, readsSuggestions, suggestionVerbs } from '../../domain/suggestion/may.ts'
import type { Said } from '../../domain/suggestion/state.ts'
import type { SuggestionRow } from '../../protocol/suggestion-view.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import type { Look } from '../vault/looked.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { openTexts } from './issue-page.ts'
import { readMoment, writeMoment } from './moment-cursor.ts'
import { reading } from './scope.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Context = {
  readonly reader: Pool
  readonly writer: Pool
  readonly subjectKeys: SubjectKeys
  readonly look: Look
}
// biome-ignore lint/suspicious/noExplicitAny: a row as pg gives it; this file is where it becomes typed
type Stored = any

const pageSize = 20
/** A suggestion with the names of every unit on its way, whoever it waits for among them. */
const columns = `s.*, (select json_object_agg(u.id, u.name) from unit u where u.id = any (s.path)) as names`
const lists = {
  here: "s.waits_unit = nullif(current_setting('zh.unit', true), '')::integer",
  open: 's.ended_at is null',
  ended: 's.ended_at is not null',
} as const

/** Suggestions on whose way the asker's union lies, newest first [suggestion_raised; of those that wait here suggestion_waits]. */
export async function findSuggestions(
  client: PoolClient,
  actor: Staff,
  asked: ViewParams<'suggestions'>,
  now: Date,
): Promise<ViewAnswer<'suggestions'>> {
  const list = asked.list ?? 'open'
  const after = readMoment(asked.after)
  const { rows } = await client.query({
    name: `suggestions-${list}`,
    text: `select ${columns} from suggestion s
      where ${lists[list]} and (s.raised_at, s.realm, s.id) < ($1, $2, $3) and $4
      order by s.raised_at desc, s.realm desc, s.id desc limit $5`,
    values: [after.at, after.realm, after.id, readsSuggestions(actor), pageSize + 1],
  })
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    rows: page.map((row) => suggestionRow(row, actor, now)),
    after: rows.length > pageSize && last ? writeMoment(last.raised_at, last.realm, last.id) : null,
  }
}

/** One suggestion with what was written opened, for every level on its way; for everybody else there is none. */
export async function suggestionPage(
  context: Context,
  actor: Staff,
  id: string,
  now: Date,
): Promise<ViewAnswer<'suggestion'>> {
  const row = await reading(context.reader, actor, async (client) => {
    const { rows } = await client.query<Stored>({
      name: 'suggestion',
      text: `select ${columns} from suggestion s where s.realm = $1 and s.id = $2`,
      values: [realmOfId(id), id],
    })
    return rows[0]
  })
  if (!row || mayOnSuggestion(actor, 'suggestion.read', { path: row.path, waits: null }) !== 'yes')
    throw new Fault(404, 'not-found', { field: 'suggestion' })
  const said: readonly Said[] = row.opinions
  const texts = await openTexts(context, id, {
    text: row.text,
    ...Object.fromEntries(said.map(({ unit, text }) => [`of:${unit}`, text])),
  })
  return {
    suggestion: suggestionRow(row, actor, now),
    version: row.version,
    text: texts('text'),
    opinions: said.map(({ unit, opinion, on, late }) => ({
      ...{ unit: named(row, unit), opinion, on, late, text: texts(`of:${unit}`) },
    })),
    way: row.path.map((unit: number) => named(row, unit)),
    passed: row.passed_units.map((unit: number) => named(row, unit)),
  }
}

function named(row: Stored, id: number): { id: number; name: string } {
  return { id, name: row.names?.[id] ?? '' }
}

function suggestionRow(row: Stored, actor: Actor, now: Date): SuggestionRow {
  const waits = row.waits_unit === null ? null : { path: row.waits_path }
  return {
    id: row.id,
    unit: named(row, row.unit),
    title: row.title,
    issue: row.issue,
    raisedOn: localDateOf(row.raised_at.getTime()),
    waits: waits && {
      unit: named(row, row.waits_unit),
      dueOn: row.due_on,
      late: row.due_on < localDateOf(now.getTime()),
    },
    said: row.opinions.map(({ unit, opinion, on, late }: Said) => ({ unit: named(row, unit), opinion, on, late })),
    ended:
      row.ended_at === null
        ? null
        : { unit: named(row, row.ended_unit), as: row.ended_as, on: localDateOf(row.ended_at.getTime()) },
    verbs: [...suggestionVerbs(actor, { path: row.path, waits })],
  }
}
