import type { DemandEvent } from '../demand/event.ts'
import type { ConsentGiven } from './event.ts'

/** A consent in force, and since when. */
export type Consent = ConsentGiven & { readonly at: string }

/** Consents in force after an event of the demand. */
export function evolveConsents(
  before: readonly Consent[],
  event: DemandEvent & { readonly at: string },
): readonly Consent[] {
  if (event.kind !== 'ConsentGiven' && event.kind !== 'ConsentWithdrawn') return before
  const others = before.filter(({ purpose }) => purpose !== event.body.purpose)
  return event.kind === 'ConsentGiven' ? [...others, { ...event.body, at: event.at }] : others
}
