import type { Pool } from 'pg'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import { figuresOf } from './figures.ts'
import { type Reader, reading } from './scope.ts'

type Asked = Parameters<typeof figuresOf>[1]
/** `follower`: the name under which the figures follow the feed. */
type From = { readonly reader: Pool; readonly writer: Pool; readonly follower: string }
/** An answer as it goes out, without what is still to be counted, and what it was computed from. */
type Kept = { readonly version: string; readonly rules: FigureRules; readonly text: string }

/** Questions that are remembered; each is some ten to a hundred kilobytes. */
const most = 500
const keptOf = new WeakMap<Pool, Map<string, Kept>>()

/**
 * The figures as JSON. Between two events a question has one answer: it is kept with what it was computed from — how far each
 * realm was followed, by which transaction, which unions there were, the rules, the day — and told again while all of that
 * stands, which one small query says. What is told depends on the union the asker acts in alone (policies of `figure`).
 */
export async function figuresText(
  { reader, writer, follower }: From,
  actor: Extract<Reader, { kind: 'staff' }>,
  asked: Asked,
  rules: FigureRules,
  now: Date,
): Promise<string> {
  const { version, waiting } = await stateOf(writer, follower)
  const kept = keptOf.get(reader) ?? new Map<string, Kept>()
  keptOf.set(reader, kept)
  const key = JSON.stringify([actor.unit, localDateOf(now.getTime()), asked])
  const known = kept.get(key)
  const fresh = known?.version === version && known.rules === rules
  // What is read after the version is no older than it: kept under it, it is told no longer than it stands.
  const text = fresh
    ? known.text
    : JSON.stringify(await reading(reader, actor, (client) => figuresOf(client, asked, rules, now)))
  kept.delete(key)
  kept.set(key, { version, rules, text })
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  return `${text.slice(0, -1)},"waiting":${waiting}}`
}

/** How far all realms were followed, and how much is left. A row that was written anew has another `xmin`, whatever it says. */
export async function stateOf(writer: Pool, follower: string): Promise<{ version: string; waiting: number }> {
  const { rows } = await writer.query<{ version: string; waiting: number }>({
    name: 'figures-state',
    text: `select (select n from directory_version) || '/' || coalesce(sum(f.position), 0) || '/'
        || coalesce(sum(f.xmin::text::bigint), 0) as version,
        coalesce(sum(h.position - coalesce(f.position, 0)), 0)::float8 as waiting
      from realm_head h left join follower f on f.realm = h.realm and f.name = $1`,
    values: [follower],
  })
  return rows[0] ?? { version: '', waiting: 0 }
}
