import { type AccountState, inForce } from '../../domain/account/state.ts'
import type { BatchDesk } from './noun.ts'

/** Units the account is in, with their ancestors; a unit that is no longer in force has none. */
export async function pathsOf(
  state: AccountState | null,
  desk: BatchDesk,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const paths = new Map<number, readonly number[]>()
  for (const id of state ? [state.unit, ...inForce(state).map((post) => post.unit)] : []) {
    const unit = await desk.context.directory.unit(desk.client, id)
    if (unit) paths.set(id, unit.path)
  }
  return paths
}

/** What every process keeps in memory of units and posts is read anew. */
export async function directoryChanged(desk: BatchDesk): Promise<void> {
  await desk.client.query('update directory_version set n = n + 1')
}

/** Numbers of refused grants are gaps, which harm nobody. */
export async function takePost(desk: BatchDesk): Promise<number> {
  const { rows } = await desk.client.query<{ id: number }>("select nextval('post_id')::integer as id")
  return rows[0]?.id ?? 0
}
