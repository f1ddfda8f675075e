/** What is counted of briefs: unions that a directive was put before, that gave a receipt, that made a plan of their own. */
export const briefMeasures = ['brief-delivered', 'brief-received', 'brief-planned'] as const

/** A measure of briefs. */
export type BriefMeasure = (typeof briefMeasures)[number]
