import { type Measure, measures } from './measure.ts'

/** Whether a text is the code of a measure. */
export function isMeasure(text: unknown): text is Measure {
  return (measures as readonly unknown[]).includes(text)
}
