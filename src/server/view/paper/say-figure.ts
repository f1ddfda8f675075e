import type { Measure } from '../../../domain/measure/measure.ts'
import type { Rules } from '../../../domain/rules.ts'
import type { PaperRun } from '../../gateway/paper.ts'
import type { figuresOf } from '../figures.ts'
import { measuresIn } from './chapters.ts'

/** Figures as the page of figures tells them. */
export type Figures = Awaited<ReturnType<typeof figuresOf>>

/** A number in a sentence, with its period and definition under the page; what is hidden there is hidden here. */
export function figureRun({ whole, period, unit, fewest }: Figures, measure: Measure, { figures }: Rules): PaperRun {
  const cell = whole[measure]
  const { unit: of, definition, name } = figures.measures[measure]
  const why = cell?.hidden ? `不足${fewest}${of}，或可由别的数推出，不列。` : ''
  const text = cell?.hidden ? '（数小，不列）' : `${(cell?.n ?? 0).toLocaleString('zh-CN')}${of}`
  return { text, note: `${name.zh}：${spanOf(period)}，${unit.name}及下级。${why}${definition.zh}` }
}

/** A sentence with its numbers filled in: words and numbers by turns. */
export function sentenceRuns(sentence: string, told: Figures, rules: Rules): readonly PaperRun[] {
  const words = sentence.split(/\{[a-z-]+\}/)
  const numbers = measuresIn(sentence)
  return words.flatMap((text, at) => {
    const measure = numbers[at]
    return [...(text === '' ? [] : [{ text }]), ...(measure === undefined ? [] : [figureRun(told, measure, rules)])]
  })
}

/** `2026年1月至6月`. */
export function spanOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const [y, m] = [from, to].map((month) => month.split('-').map(Number) as [number, number]) as [
    [number, number],
    [number, number],
  ]
  if (from === to) return `${y[0]}年${y[1]}月`
  return m[0] === y[0] ? `${y[0]}年${y[1]}月至${m[1]}月` : `${y[0]}年${y[1]}月至${m[0]}年${m[1]}月`
}

/** `2026年6月15日` of a local date. */
export function dayOf(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
