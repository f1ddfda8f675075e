/** A level of the union's tree as the rules rank it; 1 is the nation. */
type RankedLevel = { readonly code: string; readonly rank: number }

/** The lowest level whose word lets a form go down (scenario *Directive and training*). */
const lowest = 'province'

/** Whether a union of this level may approve that a new form goes down; a level the rules do not know may not. */
export function approvesForms(level: string, levels: readonly RankedLevel[]): boolean {
  const rank = (code: string) => levels.find((each) => each.code === code)?.rank
  const own = rank(level)
  const least = rank(lowest)
  return own !== undefined && least !== undefined && own <= least
}
