import type { PoolClient } from 'pg'
import { isDifficulty, isUrgency } from '../../domain/limit.ts'
import type { Rules } from '../../domain/rules.ts'
import { timesOf } from '../../domain/times-of.ts'
import type { UnitLevel } from '../../domain/topic.ts'
import type { ViewAnswer, ViewParams } from '../../protocol/view.ts'
import { Fault } from '../fault.ts'
import { getDemand } from './demand-page.ts'

/** What triage of this class would fix: both counted from the submission, as the decider counts them. */
export async function duesOf(
  client: PoolClient,
  rules: Rules,
  { demand, urgency, difficulty, nature }: ViewParams<'dues'>,
): Promise<ViewAnswer<'dues'>> {
  if (!isUrgency(urgency)) throw new Fault(400, 'field.invalid', { field: 'urgency' })
  if (!isDifficulty(difficulty)) throw new Fault(400, 'field.invalid', { field: 'difficulty' })
  const submittedAt: string = (await getDemand(client, demand)).submitted_at.toISOString()
  const times = timesOf(rules.limits, rules.calendar)
  const of = { urgency, difficulty, nature: nature ?? null }
  return { contactDueAt: times.contactDue(of, submittedAt), dueAt: times.answerDue(of, submittedAt) }
}

/** Letters that the level of the lead may send, and when the reply to each would be due, sent now. */
export async function lettersOf(
  client: PoolClient,
  rules: Rules,
  demand: string,
  now: Date,
): Promise<ViewAnswer<'letters'>> {
  const row = await getDemand(client, demand)
  const rank = (level: UnitLevel) => rules.unitLevels.find(({ code }) => code === level)?.rank ?? 99
  const { spanAfter } = timesOf(rules.limits, rules.calendar)
  const dueAt: string | null = row.due_at?.toISOString() ?? null
  return {
    rows: rules.letters
      .filter(({ from }) => row.lead_level !== null && rank(row.lead_level) <= rank(from))
      .map(({ code, reply }) => ({
        letter: code,
        replyDueAt: reply === null ? null : reply === 'order-due' ? dueAt : spanAfter(now.toISOString(), reply),
      })),
  }
}
