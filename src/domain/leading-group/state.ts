import type { LeadingGroupEvent } from './event.ts'

/** The leading group of a unit as it was named last. */
export type LeadingGroupState = LeadingGroupEvent['body'] & { readonly id: string }
