import type { Holder } from './event.ts'
import type { DemandState } from './state.ts'

/** What must happen next and by whom. One responsible unit and one time for every open demand (law 1). */
export type Next = {
  readonly unit: number
  readonly section: string | null
  readonly what: 'triage' | 'sign' | 'contact' | 'answer' | 'callback'
  readonly at: string
}

/** Who holds the demand now, and as what. Bits: 1 triage, 2 lead, 4 joint, 8 callback, 16 copy. */
export function holdersOf(state: DemandState): readonly { readonly holder: Holder; readonly duty: number }[] {
  const holders: { holder: Holder; duty: number }[] = []
  if (state.status === 'raised' || !state.lead) holders.push({ holder: state.triage, duty: 1 })
  if (state.lead) holders.push({ holder: state.lead, duty: 2 })
  for (const copy of state.copies) holders.push({ holder: copy, duty: 16 })
  if (state.callback) holders.push({ holder: state.callback, duty: 8 })
  return holders
}

/** True while somebody still has something to do about it. */
export function isOpen(state: DemandState): boolean {
  return state.status !== 'closed' && state.status !== 'withdrawn'
}

/** The one responsible unit and the one time of an open demand; null when closed. */
export function next(state: DemandState): Next | null {
  if (!isOpen(state)) return null
  if (state.status === 'raised' || !state.lead || !state.dueAt || !state.contactDueAt)
    return due(state.triage, 'triage', state.triageDueAt)
  if (state.status === 'answered' && state.callback && state.callbackDueAt)
    return due(state.callback, 'callback', state.callbackDueAt)
  if (state.orderState === 'offered') return due(state.lead, 'sign', earlier(state.contactDueAt, state.dueAt))
  if (!state.contactSettled && state.messages.union === 0)
    return due(state.lead, 'contact', earlier(state.contactDueAt, state.dueAt))
  return due(state.lead, 'answer', state.dueAt)
}

function due(holder: Holder, what: Next['what'], at: string): Next {
  return { unit: holder.unit, section: holder.section, what, at }
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
