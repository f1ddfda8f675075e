import { lostBy } from '../../domain/account/staffing.ts'
import type { BatchDesk } from './noun.ts'

/**
 * Whether units lose the last post for something they could do: the warning that goes with the accepted command. What the
 * same transaction changed elsewhere is not seen yet; `zhagen doctor` counts what waits for nobody afterwards.
 * @param ended posts that are being ended, with their units
 */
export async function leavesUnstaffed(
  ended: readonly { readonly post: number; readonly unit: number }[],
  desk: BatchDesk,
): Promise<boolean> {
  const gone = new Set(ended.map(({ post }) => post))
  for (const id of new Set(ended.map(({ unit }) => unit))) {
    const unit = await desk.context.directory.unit(desk.client, id)
    if (!unit) continue
    const { rows } = await desk.client.query<{ id: number; unit: number; section: string | null; role: string }>(
      'select id, unit, section, role from post where unit = $1 and valid_to is null',
      [id],
    )
    const left = rows.filter((post) => !gone.has(post.id))
    if (lostBy(rows, left, unit.sections).length > 0) return true
  }
  return false
}
