import type { zhVisits } from './zh-visits.ts'

/** Visits and contact points. */
export const enVisits = {
  'refusal.group.unknown': 'There is no such group. Choose again.',
  'refusal.groups.workers-only': 'Only the worker says which groups they belong to.',
  'refusal.groups.as-they-are': 'That is what it was already.',
  'refusal.visit.unknown': 'There is no such visit, or it was not yours.',
  'refusal.visit.where': 'Say where you went: a contact point, an employer or a region, one of them.',
  'refusal.visit.not-planned': 'It was recorded or dropped before.',
  'refusal.visit.not-recorded': 'Nothing is recorded that could be corrected.',
  'refusal.visit.not-yours': 'Who recorded it corrects it.',
  'refusal.visit.too-late': 'After {days} days it cannot be corrected any more.',
  'refusal.visit.nothing-changed': 'Say what it should be instead.',
  'refusal.visit.code-unknown': 'One of the choices is not in the list. Choose again.',
  'refusal.visit.ahead': 'That lies ahead: record it once you were there.',
  'refusal.visit.order': 'It ends after it begins.',
  'refusal.place.unknown': 'There is no such contact point. Choose again.',
  'refusal.place.kind-unknown': 'There is no such kind of contact point. Choose again.',
  'refusal.place.ended': 'This contact point is kept no longer, from {on} on.',
  'refusal.place.order': 'The first day comes before the last.',
  'refusal.place.as-it-is': 'This post owns it already.',
  'refusal.place.stationed': 'This post is stationed here then already (entry {entry}).',
  'refusal.place.not-stationed': 'There is no stationing {entry}.',
} as const satisfies Record<keyof typeof zhVisits, string>
