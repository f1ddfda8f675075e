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

/**
 * The same for a command that is several duties at once: answering at once is triage and handling (§2.5). Each is held
 * against what the person did before. Of those in the command itself a pair of `never` is refused; one of `may` is a way the
 * command has in every office, and shown where the office is small.
 * @param together the duties of the command, each once
 */
export function togetherApart(
  together: readonly Duty[],
  doneBy: readonly Done[],
  account: string,
  mode: OfficeMode,
  pairs: Pick<SmallOffice, 'may' | 'never'>,
): Apart {
  const before = together.map((duty) => apart(duty, doneBy, account, mode, pairs))
  const own = together.map((duty) => ({ duty, account }))
  const within = together.map((duty) => apart(duty, own, account, 'small', pairs))
  if ([...before, ...within].includes('refused')) return 'refused'
  return before.includes('combined') || (mode === 'small' && within.includes('combined')) ? 'combined' : 'ok'
}
