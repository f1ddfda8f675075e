import type pg from 'pg'

/** What a post in force says of its unit. */
export type Post = { section: string | null; role: string }

const SEES = `current_user <> 'zhagen_reader'
  or coalesce(nullif(current_setting('zh.who', true), '') in ('staff', 'claimant'), false)`

/** Sections and roles in force at a unit. @throws Error when the connection sees no posts */
export async function postsAt(client: pg.ClientBase, unit: number): Promise<Post[]> {
  const rows = await seen<{ section: string | null; role: string | null }>(
    client,
    'p.section, p.role',
    '(select distinct section, role from post where unit = $1 and valid_to is null) p on true',
    unit,
  )
  return rows.flatMap(({ section, role }) => (role === null ? [] : { section, role }))
}

/** Every post of an account, in force or not, oldest first. @throws Error when the connection sees no posts */
export async function postsHeldBy(client: pg.ClientBase, account: string): Promise<number[]> {
  const rows = await seen<{ id: number | null }>(client, 'p.id', 'post p on p.account = $1 order by p.id', account)
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

// A public reader sees no posts. Remembered, its answer would leave every union unstaffed for all who come after it.
async function seen<R>(client: pg.ClientBase, columns: string, joined: string, value: number | string): Promise<R[]> {
  const { rows } = await client.query<R & { sees: boolean }>(
    `select s.sees, ${columns} from (select ${SEES} as sees) s left join ${joined}`,
    [value],
  )
  if (!rows[0]?.sees) throw new Error('posts were asked for by a connection that sees none')
  return rows
}
