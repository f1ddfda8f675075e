import type { PoolClient } from 'pg'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import { countedThings, type Measure, measures } from '../../../domain/measure/measure.ts'
import type { Rules } from '../../../domain/rules.ts'
import type { ViewParams } from '../../../protocol/view.ts'
import type { Paper, PaperLine } from '../../gateway/paper.ts'
import { figuresOf } from '../figures.ts'

/** Papers in one click: 简报, 总结, 领导调研一页纸. */
export const paperKinds = { brief: '简报', summary: '总结', visit: '领导调研一页纸' } as const
/** One of `paperKinds`. */
export type PaperKind = keyof typeof paperKinds

type Asked = Pick<ViewParams<'figures'>, 'from' | 'to'> & { readonly unit: number; readonly kind: PaperKind }
type Figures = Awaited<ReturnType<typeof figuresOf>>
type Cell = { readonly n: number | null; readonly hidden: string | null } | undefined

const things: Record<(typeof countedThings)[number], string> = {
  demands: '职工诉求',
  visits: '走访',
  deeds: '实事',
  training: '轮训',
  meetings: '动员会',
  briefs: '意见落实',
  issues: '共性问题',
}
/** On one page there is room for the seals and what the workers say. */
const onOnePage: readonly Measure[] = ['heard', 'met', 'understood', 'delivered', 'solved', 'unsolved', 'reopened']

/**
 * The words of a paper, every number of it by the code of the page of figures and with its period and definition in a
 * footnote. Papers are Chinese: they go to offices in China. Lines for the asks are left open, to be written by hand.
 */
export async function paperOf(client: PoolClient, asked: Asked, rules: Rules, now: Date): Promise<Paper> {
  const { kind, ...of } = asked
  const told = await figuresOf(client, of, rules.figures, now)
  const span = `${told.period.from} 至 ${told.period.to}`
  const line = (measure: Measure, cell: Cell): PaperLine => {
    const { name, unit, definition } = rules.figures.measures[measure]
    const n = cell?.hidden ? `不显示（少于 ${told.fewest} 或可由别的数推出）` : `${cell?.n ?? 0} ${unit}`
    return { text: `${name.zh}：${n}。`, note: `${span}，${told.unit.name}及下级。${definition.zh}` }
  }
  const listed = (which: readonly Measure[]) => which.map((measure) => line(measure, told.whole[measure]))
  const rated = (thing: string) => (thing === 'demands' ? [{ heading: '三率', lines: byRate(told, rules, span) }] : [])
  const sections =
    kind === 'visit'
      ? [
          { heading: '一、现在的数', lines: listed(onOnePage) },
          { heading: '二、职工说得最多的', lines: byTopic(told, rules, span) },
          { heading: '三、想请帮助解决的三件事', lines: ['1．', '2．', '3．'].map((text) => ({ text })) },
        ]
      : countedThings.flatMap((thing) => {
          const own = measures.filter((each) => rules.figures.measures[each].of === thing)
          const lines = listed(kind === 'summary' ? own : own.filter((each) => told.whole[each] !== undefined))
          return lines.length === 0 ? [] : [{ heading: things[thing], lines }, ...rated(thing)]
        })
  return {
    title: `${told.unit.name}${paperKinds[kind]}`,
    under: `${span}　${localDateOf(now.getTime())} 由系统按台账计算，可以修改文字`,
    sections: sections.length > 0 ? sections : [{ heading: things.demands, lines: [line('heard', told.whole.heard)] }],
  }
}

/** The three rates, each with its n, beside 回访触达率 and how many were left out (domain §2.9). */
function byRate({ rates, whole, unit, fewest }: Figures, { figures }: Rules, span: string): readonly PaperLine[] {
  const left = whole.excluded?.hidden ? `少于 ${fewest} 件` : `${whole.excluded?.n ?? 0} 件`
  return rates.map(({ rate, perMille, n, of }) => {
    const name = figures.rates.find(({ code }) => code === rate)?.name.zh ?? rate
    const share = perMille === null ? '不显示（太少）' : `${(perMille / 10).toFixed(1)}%（${n} ÷ ${of}）`
    return { text: `${name}：${share}。`, note: `${span}，${unit.name}及下级。剔除 ${left}，没有听到评价的不算。` }
  })
}

/** Demands heard by group of topics: only what is told, most first. */
function byTopic({ cuts, fewest, unit }: Figures, { taxonomy }: Rules, span: string): readonly PaperLine[] {
  const lines = cuts
    .flatMap(({ cut, cells }) => {
      const name = taxonomy.groups.find(({ code }) => `topic:${code}` === cut)?.name.zh
      const n = cells.heard?.hidden ? null : cells.heard?.n
      return name && n ? [{ name, n }] : []
    })
    .sort((a, b) => b.n - a.n)
    .map(({ name, n }) => ({
      text: `${name}：${n} 件。`,
      note: `${span}，${unit.name}及下级听到的诉求；少于 ${fewest} 件的分类不列。`,
    }))
  return lines.length > 0 ? lines : [{ text: `各类都少于 ${fewest} 件，或这段时间不满一年，不分类列出。` }]
}
