import type { Duty, DutyPair, SmallOffice } from '../small-office.ts'

/** `strict` unless the unit was made a small office. */
export type OfficeMode = 'strict' | 'small'

/** What was done about a demand before, and by whom; an account, because a person may change posts. */
export type Done = { readonly duty: Duty; readonly account: string }

/** `ok`; `combined`: allowed because the office is small, and marked so on the event; `refused`. */
export type Apart = 'ok' | 'combined' | 'refused'

/**
 * Whether a person may do a duty on a demand, seen what the same person did about it before. Pairs of `never` are refused
 * in every office; those of `may` in a strict one, and marked in a small one. Duties that no list pairs go
 * together, and the same duty again is no second one.
 * @param doneBy what was done about this demand, by anybody, in any order
 * @param account the person who would do it now
 */
export function apart(
  duty: Duty,
  doneBy: readonly Done[],
  account: string,
  mode: OfficeMode,
  pairs: Pick<SmallOffice, 'may' | 'never'>,
): Apart {
  const others = doneBy.filter((done) => done.account === account && done.duty !== duty).map((done) => done.duty)
  const paired = (list: readonly DutyPair[]) =>
    others.some((other) => list.some(([a, b]) => (a === duty && b === other) || (a === other && b === duty)))
  if (paired(pairs.never)) return 'refused'
  if (!paired(pairs.may)) return 'ok'
  return mode === 'small' ? 'combined' : 'refused'
}
