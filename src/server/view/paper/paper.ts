import type { PoolClient } from 'pg'
import { localDateOf } from '../../../domain/calendar/local-time.ts'
import type { Rules } from '../../../domain/rules.ts'
import type { ViewParams } from '../../../protocol/view.ts'
import type { Paper } from '../../gateway/paper.ts'
import { figuresOf } from '../figures.ts'
import type { Staff } from '../line/reach.ts'
import { briefSections, summarySections } from './report.ts'
import { dayOf, spanOf } from './say-figure.ts'
import { visitSections } from './visit-page.ts'

/** Papers in one click: 简报, 总结, 领导调研一页纸. */
export const paperKinds = { brief: '工作简报', summary: '工作总结', visit: '情况（领导调研用）' } as const
/** One of `paperKinds`. */
export type PaperKind = keyof typeof paperKinds

type Asked = Pick<ViewParams<'figures'>, 'from' | 'to'> & { readonly unit: number; readonly kind: PaperKind }

/**
 * The words of a paper, every number of it by the code of the page of figures or from lists the asker may open, with period
 * and definition in a footnote. Papers are Chinese: they go to offices in China. What nobody can compute is left to be written.
 */
export async function paperOf(
  client: PoolClient,
  actor: Staff,
  asked: Asked,
  { rules, now }: { readonly rules: Rules; readonly now: Date },
): Promise<Paper> {
  const { kind, ...of } = asked
  const told = await figuresOf(client, of, rules.figures, now)
  const today = dayOf(localDateOf(now.getTime()))
  const sections =
    kind === 'visit'
      ? await visitSections(client, actor, told, { rules, now })
      : kind === 'brief'
        ? briefSections(told, rules)
        : await summarySections(client, told, rules, now)
  return {
    title: `${told.unit.name}${paperKinds[kind]}`,
    under: `（${spanOf(told.period)}；数字由办事过程自动得出，文字可以修改）`,
    sections,
    signed: kind === 'visit' ? [] : [told.unit.name, today],
  }
}
