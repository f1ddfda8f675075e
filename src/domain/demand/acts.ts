import type { DemandEvent } from './event.ts'
import type { Act, Duty } from './state.ts'

/** The duty each event is an act of; events of workers, of the system and of nobody's duty are missing. */
const dutyOf: Partial<Record<DemandEvent['kind'], Duty>> = {
  DemandRaised: 'raise',
  DemandTriaged: 'triage',
  DemandRedirected: 'triage',
  OrderSigned: 'handle',
  OrderObjected: 'handle',
  ContactLogged: 'handle',
  UnderstandingWritten: 'handle',
  ApproachProposed: 'handle',
  DeedRecorded: 'handle',
  DemandAnswered: 'handle',
  CommitmentMade: 'handle',
  LetterSent: 'handle',
  OrderRuled: 'rule',
  RequestGranted: 'approve',
  RequestRefused: 'approve',
  ExclusionWeighed: 'approve',
  CallbackTried: 'callback',
  CallbackMade: 'callback',
}

/** Who did what so far: a post once per duty. The actor of the ledger names the post (`actor.ts`). */
export function actsAfter(acts: readonly Act[], event: DemandEvent & { readonly actor?: string }): readonly Act[] {
  if (event.kind === 'ContactLogged' && event.body.via !== undefined) return acts
  const duty = dutyOf[event.kind]
  const post = Number(/^post:(\d+)@/.exec(event.actor ?? '')?.[1] ?? 0)
  if (!duty || post === 0 || acts.some((act) => act.duty === duty && act.post === post)) return acts
  return [...acts, { duty, post }]
}
