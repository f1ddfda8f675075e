/** What is counted of mobilisation meetings 动员会. */
export const meetingMeasures = [
  /** Unions that say somebody of theirs was there. */
  'meeting-attended',
  /** How many people they say were there: a sum of persons, never names. */
  'meeting-persons',
] as const

/** A measure of meetings. */
export type MeetingMeasure = (typeof meetingMeasures)[number]
