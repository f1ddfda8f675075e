import type { Pool } from 'pg'

/** A post in force as its holder sees it. */
export type PersonPost = {
  readonly post: number
  readonly unit: { readonly id: number; readonly name: string; readonly level: string }
  readonly section: string | null
  readonly role: string
}

/** The posts a person holds now, oldest first. Index: post_account. */
export async function postsOf(writer: Pool, account: string): Promise<PersonPost[]> {
  const { rows } = await writer.query<{
    post: number
    unit: number
    name: string
    level: string
    section: string | null
    role: string
  }>(
    `select p.id as post, u.id as unit, u.name, u.level, p.section, p.role
     from post p join unit u on u.id = p.unit where p.account = $1 and p.valid_to is null order by p.id`,
    [account],
  )
  return rows.map(({ post, unit, name, level, section, role }) => ({
    post,
    unit: { id: unit, name, level },
    section,
    role,
  }))
}
