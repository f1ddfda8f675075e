import type { CampaignEvent } from './event.ts'
import type { CampaignState } from './state.ts'

/** An event of a campaign as it stands in the ledger: with the stream it belongs to. */
export type RecordedCampaignEvent = CampaignEvent & { readonly stream: string }

/** Folds one event into the state; the first is always `CampaignOpened`. */
export function evolve(state: CampaignState | null, event: RecordedCampaignEvent): CampaignState {
  if (event.kind === 'CampaignOpened') return { id: event.stream, ...event.body, origins: [] }
  if (!state) throw new Error(`${event.kind} cannot be the first event of a campaign`)
  switch (event.kind) {
    case 'CampaignChanged':
      return { ...state, ...event.body }
    case 'OriginRecorded':
      return { ...state, origins: [...state.origins, event.body] }
  }
}
