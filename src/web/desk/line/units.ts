import type { Measure } from '../../../domain/measure/measure.ts'
import { useNames } from '../text/names.ts'
import { useSpeech } from '../text/say.tsx'

/** 件, 次, 人 or 家 of a measure, in the language spoken; nothing until the rules are there. */
export function useUnit(): (measure: Measure) => string {
  const { say } = useSpeech()
  const { measures } = useNames()
  return (measure) => {
    const unit = measures.find(({ code }) => code === measure)?.unit
    return unit === undefined ? '' : say(`figures.unit.${unit}` as 'figures.unit.件')
  }
}
