import type { DemandRow } from '../api/view.ts'

/** Why it cannot be the master, in words; null when it can. `undefined`: not known yet. */
export function faultOf(
  row: Pick<DemandRow, 'id'>,
  master: Pick<DemandRow, 'id' | 'status' | 'master'> | null | undefined,
) {
  if (master === undefined) return 'merge.looking'
  if (master === null) return 'merge.notFound'
  if (master.id === row.id) return 'merge.itself'
  if (master.status === 'closed' || master.status === 'withdrawn') return 'merge.over'
  return master.master === null ? null : 'merge.claim'
}
