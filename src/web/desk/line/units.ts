import type { Measure } from '../../../domain/measure/measure.ts'
import { useServerTime } from '../../kit/server-time.ts'
import { sayLocalDay } from '../text/instant.ts'
import { useNames } from '../text/names.ts'
import { type Speech, useSpeech } from '../text/say.tsx'

/** 件, 次, 人 or 家 of a measure, in Chinese; nothing until the rules are there. */
export function useUnit(): (measure: Measure) => string {
  const { say, language } = useSpeech()
  const { measures } = useNames()
  return (measure) => {
    // An English name tells already what is counted.
    if (language === 'en') return ''
    const unit = measures.find(({ code }) => code === measure)?.unit
    return unit === undefined ? '' : say(`figures.unit.${unit}` as 'figures.unit.件')
  }
}

/** `6月15日` of a local day, with the year where it is another one than now's. */
export function useDay(): (on: string) => string {
  const speech = useSpeech()
  const now = useServerTime()
  return (on) => sayLocalDay(speech, on, now)
}

/** A measure's name in the middle of a sentence: without the seal that stands before it in lists. */
export function plainName(name: string): string {
  return name.replace(/^[面心实]\u3000/, '')
}

/** `2026年1月至11月` of months, YYYY-MM. */
export function sayMonths({ say }: Speech, { from, to }: { readonly from: string; readonly to: string }): string {
  const [year, month] = from.split('-').map(Number) as [number, number]
  const [lastYear, last] = to.split('-').map(Number) as [number, number]
  if (from === to) return say('line.month', { year, month })
  return say(year === lastYear ? 'line.monthsOfYear' : 'line.months', { year, month, lastYear, last })
}
