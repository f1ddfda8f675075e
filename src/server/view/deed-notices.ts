import type { Pool } from 'pg'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import { findNamed, type Rules } from '../../domain/rules.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { openOf } from '../vault/content.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'

type Answer = ViewAnswer<'deed-notices'>
type Stored = {
  readonly realm: number
  readonly id: string
  readonly deed: string
  readonly level: Answer['rows'][number]['level']
  readonly from: string
  readonly to: string
}

const pageSize = 20

/**
 * Public notices of aid that run today, the next to end first [deed_notice]. Surnames and the level of the union: not its name,
 * no amount, no reason. What was refused or came to nothing is gone at once, and everything with the day it ends; so is
 * whoever had their names destroyed.
 */
export async function deedNotices(
  { writer, subjectKeys }: { readonly writer: Pool; readonly subjectKeys: SubjectKeys },
  after: string | undefined,
  { now, rules }: { readonly now: Date; readonly rules: Pick<Rules, 'deeds'> },
): Promise<Answer> {
  const match = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(after ?? '')
  const client = await writer.connect()
  try {
    // Beside anybody's scope, which has no deeds: these columns and no others.
    const { rows } = await client.query<Stored>({
      name: 'deed-notices',
      text: `select d.realm, d.id, d.deed, u.level, d.notice_from::text as "from", d.notice_to::text as "to"
        from deed d join unit u on u.id = d.unit
        where d.notice_to >= $1 and d.notice_from <= $1 and d.status in ('proposed', 'approved')
          and ($2::date is null or (d.notice_to, d.id) > ($2, $3::uuid))
        order by d.notice_to, d.id limit $4`,
      values: [localDateOf(now.getTime()), match?.[1] ?? null, match?.[2] ?? null, pageSize + 1],
    })
    const page = rows.slice(0, pageSize)
    const surnames = new Map<string, string>()
    for (const realm of new Set(page.map((row) => row.realm))) {
      const own = page.filter((row) => row.realm === realm).map(({ id }) => id)
      const what = { part: 'identity', kind: 'deed.surnames' } as const
      for (const [id, list] of await openOf(client, subjectKeys, realm, own, what, 'to-anybody')) surnames.set(id, list)
    }
    const last = page.at(-1)
    return {
      rows: page.flatMap(({ id, deed, level, from, to }) => {
        const list = surnames.get(id)
        if (list === undefined) return []
        const { zh, en } = findNamed(rules.deeds, deed)?.name ?? { zh: deed, en: deed }
        return [{ surnames: JSON.parse(list) as string[], level, deed: { code: deed, zh, en }, from, to }]
      }),
      after: last && rows.length > pageSize ? `${last.to} ${last.id}` : null,
    }
  } finally {
    client.release()
  }
}
