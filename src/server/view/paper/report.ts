import type { PoolClient } from 'pg'
import type { Rules } from '../../../domain/rules.ts'
import type { PaperLine, PaperSection } from '../../gateway/paper.ts'
import { figuresOf } from '../figures.ts'
import { besideOwnPast, chapters, measuresIn } from './chapters.ts'
import { type Figures, figureRun, sentenceRuns, spanOf } from './say-figure.ts'

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** Sections in the order of an official paper: 一、二、三. */
export function numbered(sections: readonly PaperSection[]): readonly PaperSection[] {
  return sections.map((section, at) => ({ ...section, heading: `${numerals[at]}、${section.heading}` }))
}

/** 简报: what there is to tell, chapter by chapter; of what did not happen it says nothing. */
export function briefSections(told: Figures, rules: Rules): readonly PaperSection[] {
  const some = (sentence: string) => measuresIn(sentence).some((measure) => told.whole[measure] !== undefined)
  const found = chapters.flatMap(({ heading, sentences }): PaperSection[] => {
    const lines = sentences.filter(some).map((sentence) => sentenceRuns(sentence, told, rules))
    if (lines.length === 0) return []
    if (heading === '听到了什么') return [{ heading, lines: [...lines, topics(told, rules)] }]
    return heading === '办得怎样'
      ? [
          { heading, lines },
          { heading: '三率', lines: rates(told, rules) },
        ]
      : [{ heading, lines }]
  })
  const nothing = { heading: '总的情况', lines: [{ text: '这段时间没有听到诉求，也没有走访和实事。' }] }
  return numbered(found.length > 0 ? found : [nothing])
}

/** 总结: every chapter, the three rates, and the union beside its own year before. */
export async function summarySections(
  client: PoolClient,
  told: Figures,
  rules: Rules,
  now: Date,
): Promise<readonly PaperSection[]> {
  const { unit, period } = told
  const before = (month: string) => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  const then = { from: before(period.from), to: before(period.to) }
  const past = await figuresOf(client, { unit: unit.id, ...then }, rules.figures, now)
  const all = chapters.map(({ heading, sentences }) => ({
    heading,
    lines: [
      ...sentences.map((sentence) => sentenceRuns(sentence, told, rules)),
      ...(heading === '听到了什么' ? [topics(told, rules)] : []),
    ],
  }))
  const rows = besideOwnPast.map((measure) => {
    const { name, definition } = rules.figures.measures[measure]
    // The period stands over the column, so one note a row is enough.
    const plain = (of: Figures) => ({ text: figureRun(of, measure, rules).text })
    return [{ text: name.zh.replaceAll('\u3000', ' '), note: definition.zh }, plain(told), plain(past)]
  })
  return numbered([
    ...all,
    { heading: '三率', lines: rates(told, rules) },
    {
      heading: '和自己的去年比',
      lines: [{ text: '只和自己比，不和别的工会比。' }],
      table: { head: ['项目', spanOf(period), spanOf(then)], rows },
    },
    { heading: '下一步', lines: [{ text: '（请在这里写）' }] },
  ])
}

/** The three rates, each with what it is a share of, and how many were left out of them (domain §2.9). */
function rates({ rates: told, whole, unit, period, fewest }: Figures, { figures }: Rules): readonly PaperLine[] {
  const left = whole.excluded?.hidden ? `不足${fewest}件` : `${whole.excluded?.n ?? 0}件`
  const note = `${spanOf(period)}，${unit.name}及下级。剔除${left}，没有听到评价的不算。`
  return told.map(({ rate, perMille, n, of }) => {
    const name = figures.rates.find(({ code }) => code === rate)?.name.zh ?? rate
    const share = perMille === null ? '数小，不列' : `${(perMille / 10).toFixed(1)}%（${n}÷${of}）`
    return { text: `${name}：${share}。`, note }
  })
}

/** What workers spoke of most: only what is told, most first. */
export function topics({ cuts, fewest, unit, period }: Figures, { taxonomy }: Pick<Rules, 'taxonomy'>): PaperLine {
  const told = cuts
    .flatMap(({ cut, cells }) => {
      const name = taxonomy.groups.find(({ code }) => `topic:${code}` === cut)?.name.zh
      const n = cells.heard?.hidden ? null : cells.heard?.n
      return name && n ? [{ name, n }] : []
    })
    .sort((a, b) => b.n - a.n)
    .map(({ name, n }) => `${name}${n}件`)
  const note = `${spanOf(period)}，${unit.name}及下级听到的诉求，按分类；不足${fewest}件、或可由别的数推出的分类不列。`
  return told.length > 0
    ? [{ text: `说得最多的是${told.join('、')}`, note }, { text: '。' }]
    : { text: `各类都不足${fewest}件，或这段时间不是整年，不分类列出。` }
}
