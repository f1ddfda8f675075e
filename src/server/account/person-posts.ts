import type { Pool } from 'pg'

/** A post in force as its holder sees it. */
export type PersonPost = {
  readonly post: number
  readonly unit: { readonly id: number; readonly name: string; readonly level: string }
  /** Of the unit: what is made there is born in it, and the id of the command says so. */
  readonly realm: number
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
    realm: number
    section: string | null
    role: string
  }>(
    `select p.id as post, u.id as unit, u.name, u.level, u.realm, p.section, p.role
     from post p join unit u on u.id = p.unit where p.account = $1 and p.valid_to is null order by p.id`,
    [account],
  )
  return rows.map(({ post, unit, name, level, realm, section, role }) => ({
    post,
    unit: { id: unit, name, level },
    realm,
    section,
    role,
  }))
}
