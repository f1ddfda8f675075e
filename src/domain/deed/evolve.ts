import type { DeedEvent } from './event.ts'
import type { DeedState } from './state.ts'

/** An event of a deed as it stands in the ledger. `at`: instant, ISO 8601 UTC. */
export type RecordedDeedEvent = DeedEvent & { readonly stream: string; readonly at: string }

/**
 * Folds one event into the state. Reads no rule and no clock.
 * @throws RangeError when the first event is not `DeedProposed`: no decider writes such a stream.
 */
export function evolve(state: DeedState | null, event: RecordedDeedEvent): DeedState {
  if (event.kind === 'DeedProposed') {
    const { content: _, ...body } = event.body
    return {
      ...body,
      id: event.stream,
      status: body.approvers === 0 ? 'approved' : 'proposed',
      proposedAt: event.at,
      approvals: [],
      doneOn: null,
      slips: { workers: 0, enterprise: 0 },
      words: new Map(),
      enterpriseWord: null,
    }
  }
  if (!state) throw new RangeError('a deed begins with its proposal')
  switch (event.kind) {
    case 'DeedApproved': {
      const approvals = [...state.approvals, { ...event.body, at: event.at }]
      return { ...state, approvals, status: approvals.length < state.approvers ? 'proposed' : 'approved' }
    }
    case 'DeedRefused':
      return { ...state, status: 'refused' }
    case 'DeedDone':
      return { ...state, status: 'done', doneOn: event.body.on }
    case 'DeedEnded':
      return { ...state, status: 'ended' }
    case 'DeedSlipsMade': {
      const { side, count } = event.body
      return { ...state, slips: { ...state.slips, [side]: state.slips[side] + count } }
    }
    case 'DeedSaid':
      return { ...state, words: new Map(state.words).set(event.body.slip, event.body.useful) }
    case 'EnterpriseSaid':
      return { ...state, enterpriseWord: event.body.useful }
  }
}
