/**
 * What is counted of deeds that stand by themselves (domain §8, Deed). Beneficiaries' words, enterprises' words and workers'
 * verdicts on demands are three things and never added up; silence is counted as silence.
 */
export const deedMeasures = [
  /** Done, for workers. */
  'deeds-done',
  /** People they reached. */
  'deeds-reached',
  /** Done, for an enterprise. */
  'deeds-for-enterprises',
  /** Beneficiaries who said, by slip, that it helped. */
  'deed-useful',
  'deed-partly',
  'deed-no',
  /** Beneficiaries who said nothing: unknown, never useful. */
  'deed-unsaid',
  /** Enterprises that said, by slip, that it helped. */
  'enterprise-useful',
  'enterprise-no',
] as const

/** A measure of deeds. */
export type DeedMeasure = (typeof deedMeasures)[number]
