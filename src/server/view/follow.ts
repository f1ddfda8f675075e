import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../domain/actor.ts'
import { realmOfId } from '../../domain/id.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import { openPart } from '../vault/content.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { getDemand } from './demand-page.ts'
import { demandRow } from './demand-row.ts'
import { openedOf, timelineOf } from './events-of-demand.ts'
import { keepingOf } from './keeping.ts'
import { reading } from './scope.ts'
import { toldRows } from './told-rows.ts'
import { wordsOpenedOf } from './words-opened.ts'

type Claimant = Extract<Actor, { kind: 'claimant' }>
type Page = ViewAnswer<'follow'>

/**
 * What the holder of a receipt sees, texts opened. Reading one's own words leaves no read record: it is nobody's looking,
 * and a trace of when an anonymous worker came back would itself be personal. No person's name is shown, and of every event
 * only what `protocol/told.ts` names (domain §4 rules 21 and 22): of others who say the same the worker learns nothing.
 */
export async function followView(
  context: { reader: Pool; writer: Pool; subjectKeys: SubjectKeys },
  claimant: Claimant,
): Promise<ViewAnswer<'follow'>> {
  const { demand: id } = claimant
  const page = await reading(context.reader, claimant, async (client) => ({
    row: await getDemand(client, id),
    timeline: await toldRows(client, await timelineOf(client, id)),
    opened: await openedOf(client, id),
  }))
  const { mode } = page.row
  const sealed = await context.writer.connect()
  try {
    const realm = realmOfId(id)
    const texts = await openPart(sealed, context.subjectKeys, realm, id, 'text', 'own')
    const { rows } = await sealed.query('select check_word, assisted from receipt where realm = $1 and demand = $2', [
      realm,
      id,
    ])
    const places = mode === 'named' ? new Set<number>() : await workplaces(sealed, page.timeline)
    return {
      // The demand it is handled under is somebody else's.
      demand: { ...demandRow(page.row, claimant), master: null },
      timeline: page.timeline.map(({ post: _, ...row }) => ({
        ...row,
        unit: row.unit !== null && places.has(row.unit.id) ? null : row.unit,
        person: null,
        text: row.content === null ? null : (texts.get(row.content)?.value ?? null),
      })),
      opened: page.opened.map(({ post: _, ...row }) => ({ ...row, person: null })),
      visitOpened: await visitOpened(sealed, realm, id),
      keeping: await keepingOf(sealed, id),
      checkWord: rows[0]?.check_word ?? '',
      assisted: rows[0]?.assisted ?? false,
    }
  } finally {
    sealed.release()
  }
}

/** Units of these rows that are the own union of an enterprise: who heard it there, named, would name the place. */
async function workplaces(client: PoolClient, rows: readonly { readonly unit: { readonly id: number } | null }[]) {
  const ids = rows.flatMap(({ unit }) => (unit === null ? [] : [unit.id]))
  const found = await client.query<{ id: number }>('select id from unit where id = any ($1) and employer is not null', [
    ids,
  ])
  return new Set(found.rows.map(({ id }) => id))
}

/**
 * Who opened the record of the visit it was heard on, whose sentences may tell of this worker too; null where it was heard
 * elsewhere. Neither the visit nor who went is named, nor, for who is not named, the union of a workplace: it would be a
 * place (domain §4 rule 21).
 */
async function visitOpened(client: PoolClient, realm: number, id: string): Promise<Page['visitOpened']> {
  const { rows } = await client.query<{ visit: string | null; mode: string }>(
    'select visit, mode from demand where realm = $1 and id = $2',
    [realm, id],
  )
  const { visit = null, mode } = rows[0] ?? {}
  if (visit === null) return null
  const opened = await wordsOpenedOf(client, visit)
  return opened.map(({ at, unit, ofWorkplace }) => ({ at, unit: mode !== 'named' && ofWorkplace ? null : unit }))
}
