import { briefMeasures } from './brief-measures.ts'
import { classMeasures } from './class-measures.ts'
import { deedMeasures } from './deed-measures.ts'
import { issueMeasures } from './issue-measures.ts'
import { meetingMeasures } from './meeting-measures.ts'
import { practiceMeasures } from './practice-measures.ts'
import { suggestionMeasures } from './suggestion-measures.ts'
import { visitMeasures } from './visit-measures.ts'

/**
 * What is counted of demands (product.md, *The main line*): every figure is computed from the loop, none is typed in.
 * `heard` counts every demand; the seals count it again where they were earned; what the union claims and what the worker
 * says stand apart (domain §2.9). Order of the list = order on the screen.
 */
export const demandMeasures = [
  'heard',
  /** 面, filled: met in person or by live video. */
  'met',
  /** 面, outlined: by call or thread. */
  'met-apart',
  /** 心: the worker said *that is it*. */
  'understood',
  /** The union says done. */
  'claimed',
  /** The worker says solved, with a code nobody else could have seen. */
  'solved',
  /** The worker says solved, with a code that staff could have seen, or by phone (law 2: counted apart). */
  'solved-assisted',
  'partly',
  'unsolved',
  /** Closed without a word of the worker: never *satisfied*. */
  'unknown',
  /** Told where to go, answered as a consultation, or taken back: no verdict is due. */
  'ended-otherwise',
  /** 实: a deed was done and the worker says solved. */
  'delivered',
  /** Opened again at least once. */
  'reopened',
  /** The first contact came in time, or was tried as often as the rules ask. */
  'contacted-in-time',
  /** The first contact came late, or not before the matter ended. */
  'contacted-late',
  /** Heard on a visit, before anybody had to come and complain. */
  'found-by-us',
  /**
   * A word was due and is still asked for. Whoever gave one is solved, partly or unsolved, and whoever never did is unknown: a
   * sum of those by itself would leave over what is hidden of them.
   */
  'unreached',
  /** *Satisfied with the handling?* is a question of its own; who handles a matter never sees its answer. */
  'satisfied',
  'fairly-satisfied',
  'unsatisfied',
  /** 剔除: left out of the rates by two persons of the level above; the worker's word stands. */
  'excluded',
] as const

/** Measures the rates are made of: what is left out of the rates counts in none of them. */
export const scoredMeasures: ReadonlySet<string> = new Set([
  ...['solved', 'solved-assisted', 'partly', 'unsolved', 'unknown', 'unreached'],
  ...['satisfied', 'fairly-satisfied', 'unsatisfied', 'contacted-in-time', 'contacted-late'],
])

/** Measures that are told by topic and group of workers at once: few, for each holds a sum for every pair (topic × group). */
export const crossedMeasures = ['heard', 'claimed', 'solved', 'unsolved', 'unknown'] as const
/** Measures whose list is shown to nobody: who handles a matter never learns what its worker said of the handling (§2.9). */
export const sealedMeasures: ReadonlySet<string> = new Set(['satisfied', 'fairly-satisfied', 'unsatisfied'])

/** A measure of demands. */
export type DemandMeasure = (typeof demandMeasures)[number]

/** Every measure. Those of another noun join here, a list of their own each (`<noun>-measures.ts`). */
export const measures = [
  ...demandMeasures,
  ...issueMeasures,
  ...briefMeasures,
  ...visitMeasures,
  ...deedMeasures,
  ...suggestionMeasures,
  ...practiceMeasures,
  ...classMeasures,
  ...meetingMeasures,
] as const
/** A measure. */
export type Measure = (typeof measures)[number]

/** What is counted, in the order of the screen: each measure says in `rules/figures.yaml` of which of these it is. */
export const countedThings = ['demands', 'visits', 'deeds', 'training', 'meetings', 'briefs', 'issues'] as const
/** What is counted. */
export type CountedThing = (typeof countedThings)[number]

/**
 * What a figure is a number of: matters, times, people, unions or enterprises. A figure of 人 is the sum of `persons`; any
 * other the number of streams.
 */
export const figureUnits = ['件', '次', '人', '家'] as const
/** What a figure is a number of. */
export type FigureUnit = (typeof figureUnits)[number]

/**
 * One thing counted: by which measure, on which local day, for which union and everybody above it (`path`: itself first).
 * A thing is counted once by a measure, whatever happens to it later: it moves, or it goes.
 */
export type Counted = {
  readonly measure: Measure
  /** YYYY-MM-DD, Asia/Shanghai: the day it last became true. */
  readonly on: string
  readonly path: readonly number[]
  /** What figures can be cut by, each `kind:code` and each once: `topic:A`, `group:migrant`, both at once `cross:A-migrant`. */
  readonly cuts: readonly string[]
  /** People behind it: of a demand its registered claimants. */
  readonly persons: number
}
