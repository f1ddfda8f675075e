import type { ClientBase } from 'pg'
import { accessStreamOf, realmOfId } from '../../domain/id.ts'
import type { ReadingEvent } from '../../domain/reading/leave.ts'

/** Who opened sealed words that are no demand's, in order; `post` is for the caller to name or to leave out. */
export type WordsOpenedRow = {
  readonly at: string
  readonly unit: { readonly id: number; readonly name: string; readonly level: string }
  /** It is the own union of an enterprise. */
  readonly ofWorkplace: boolean
  readonly post: number
  readonly part: ReadingEvent['body']['part']
}

/** The last two hundred read records of a visit, a deed or a paper [primary key of event]; only after its row was seen. */
export async function wordsOpenedOf(client: Pick<ClientBase, 'query'>, subject: string): Promise<WordsOpenedRow[]> {
  const { rows } = await client.query(
    `select e.at, e.body, u.id, u.name, u.level, u.employer from event e join unit u on u.id = (e.body ->> 'unit')::integer
     where e.realm = $1 and e.stream = $2 and e.kind = 'WordsOpened' order by e.version desc limit 200`,
    [realmOfId(subject), accessStreamOf(subject)],
  )
  return rows.reverse().map(({ at, body, id, name, level, employer }) => ({
    ...{
      at: at.toISOString(),
      unit: { id, name, level },
      ofWorkplace: employer !== null,
      post: body.post,
      part: body.part,
    },
  }))
}
