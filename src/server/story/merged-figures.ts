import type { Figures, Page } from './figures.ts'

type Said = 'solved' | 'not' | 'open'

/**
 * Figures of a matter handled together with others (并案), from its page at the desk: the follow page tells no worker of
 * another. A claim that was opened again counts as not solved, for that is why it is open.
 */
export function mergedFiguresOf({ demand, timeline }: Page): Figures {
  const claims = new Map<string, Said>()
  for (const { kind, detail } of timeline) {
    const claim = String(detail.claim)
    if (kind === 'ClaimJoined') claims.set(claim, 'open')
    if (kind === 'ClaimReopened') claims.set(claim, 'not')
    if (kind === 'ClaimSettled') claims.set(claim, detail.outcome === 'solved' ? 'solved' : 'not')
  }
  return {
    master: demand.master,
    claims: claims.size,
    masterOutcome: together([ownOf({ demand, timeline }), ...claims.values()]),
  }
}

function ownOf({ demand, timeline }: Pick<Page, 'demand' | 'timeline'>): Said {
  if (demand.outcome !== null) return demand.outcome === 'solved' ? 'solved' : 'not'
  const word = timeline.findLast(({ kind }) => kind === 'VerdictGiven')?.detail.solved
  return demand.status === 'reopened' && word !== 'solved' ? 'not' : 'open'
}

/** Solved if all are, unsolved if none is, else partly (domain §2.6, Merge). */
function together(all: readonly Said[]): string {
  if (all.includes('open')) return 'open'
  if (all.every((each) => each === 'solved')) return 'solved'
  return all.includes('solved') ? 'partly' : 'unsolved'
}
