import type { PoolClient } from 'pg'
import { listReach } from '../../../domain/reach.ts'
import type { Rules } from '../../../domain/rules.ts'
import type { PaperSection } from '../../gateway/paper.ts'
import type { Staff } from '../line/reach.ts'
import { territoryOf } from '../territory.ts'
import { asksOf } from './asks.ts'
import { lastDeeds, lastVisits } from './last-visits.ts'
import { type OpenMatters, openLines, openMatters } from './open-matters.ts'
import { numbered, topics } from './report.ts'
import { type Figures, sentenceRuns } from './say-figure.ts'

/** On one page there is room for the seals and what the workers say. */
const sentence =
  '听到职工诉求{heard}，见过面的{met}，职工说“是这样”的{understood}；工会说办好了的{claimed}，职工说解决了的{solved}，没有解决的{unsolved}。'

const nothing: OpenMatters = {
  ...{ all: { n: 0 }, byTopic: [], late: { n: 0 } },
  ...{ asking: { n: 0 }, outside: { n: 0 } },
}

/** One page for a leader who comes: who was here last, how it stands, what is open, three things to ask for. No name, no words. */
export async function visitSections(
  client: PoolClient,
  actor: Staff,
  told: Figures,
  { rules, now }: { readonly rules: Rules; readonly now: Date },
): Promise<readonly PaperSection[]> {
  const place = await territoryOf(client, told.unit.id)
  const reads = listReach(actor.role) !== null
  const open = reads ? await openMatters(client, place.id, rules, now) : nothing
  const visits = await lastVisits(client, actor, place, rules)
  const deeds = await lastDeeds(client, actor, place, rules)
  return numbered([
    { heading: '最近去过', lines: [...visits, ...deeds] },
    { heading: '今年以来', lines: [sentenceRuns(sentence, told, rules), topics(told, rules)] },
    {
      heading: '正在办的',
      lines: reads ? openLines(open, rules) : [{ text: '开这张纸的岗位看不到正在办的诉求，请由能看到的岗位来开。' }],
    },
    { heading: '想请帮助解决的三件事', lines: await asksOf(client, actor, { unit: place.id, open, now }) },
  ])
}
