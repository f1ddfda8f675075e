import type { DemandState } from '../demand/state.ts'

/** What the workers of a merged matter say together. */
export type MasterVerdict = 'solved' | 'partly' | 'unsolved' | 'unknown'

/**
 * The verdict of a master (§2.6): solved if all are, unsolved if none is, else partly. Its own worker counts as the others
 * do. A claim that was opened again is not solved; one that was withdrawn or redirected is not counted, silence neither
 * (§2.8); where all are silent it is unknown. Null while somebody has still to say.
 */
export function masterVerdict(state: DemandState): MasterVerdict | null {
  const own = { outcome: state.outcome, reopened: state.reopened > 0 }
  const said = [own, ...state.merge.claims].map(({ outcome, reopened }) => outcome ?? (reopened ? 'unsolved' : null))
  if (said.includes(null)) return null
  const judged = said.filter((one) => one !== 'none' && one !== 'unknown')
  if (judged.length === 0) return said.includes('unknown') ? 'unknown' : null
  // A consultation the worker is clear about is what that worker asked for.
  const solved = judged.map((one) => (one === 'clear' ? 'solved' : one))
  if (solved.every((one) => one === 'solved')) return 'solved'
  return solved.every((one) => one === 'unsolved') ? 'unsolved' : 'partly'
}
