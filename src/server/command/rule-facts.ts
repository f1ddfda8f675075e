import type { Actor } from '../../domain/actor.ts'
import type { DemandCommand } from '../../domain/demand/command.ts'
import type { MergeFacts } from '../../domain/demand/facts.ts'
import type { DemandState } from '../../domain/demand/state.ts'
import { isId, realmOfId } from '../../domain/id.ts'
import { isDifficulty, isUrgency } from '../../domain/limit.ts'
import { sees } from '../../domain/reach.ts'
import { sectionAlone } from '../../domain/routing-rules.ts'
import { timesOf } from '../../domain/times-of.ts'
import { findTopic, isOpenTopic, type UnitLevel } from '../../domain/topic.ts'
import { Fault } from '../fault.ts'
import { targetOfRow } from '../view/demand-row.ts'
import { ladderFacts, leadFacts } from './lead-facts.ts'
import type { BatchDesk } from './noun.ts'

type Of<K extends DemandCommand['kind']> = Extract<DemandCommand, { kind: K }>

/** Facts of `demand.triage`: whether leaf, nature and class exist, who may see the leaf, and the lead named. */
export async function triageFacts(command: Of<'demand.triage'>, state: DemandState, desk: BatchDesk) {
  return {
    ...(await leadFacts(command, state, desk)),
    ...topicFacts(command, desk),
    classKnown: isUrgency(command.urgency) && isDifficulty(command.difficulty),
  }
}

/** Facts of `demand.answer-now`: the triage unit itself leads. */
export async function answerNowFacts(command: Of<'demand.answer-now'>, state: DemandState, desk: BatchDesk) {
  const lead = { lead: state.triage.unit, section: state.triage.section ?? undefined, topic: command.topic }
  return {
    ...(await leadFacts(lead, state, desk)),
    ...(await ladderFacts(state, desk)),
    ...topicFacts(command, desk),
    classKnown: true,
  }
}

function topicFacts({ topic: code, nature }: { topic: string; nature: string }, { context }: BatchDesk) {
  const { taxonomy, natures, routing } = context.rules
  const topic = findTopic(taxonomy, code)
  return {
    topicKnown: isOpenTopic(taxonomy, code),
    natureKnown: natures.some((one) => one.code === nature),
    restricted: topic ? sectionAlone(routing, topic) : null,
  }
}

/** Facts of `request.ask`: the reason, and how long it may hold. */
export function requestFacts(command: Of<'request.ask'>, desk: BatchDesk) {
  const { reasons, limits, calendar } = desk.context.rules
  const reason = reasons[command.request].find(({ code }) => code === command.reason)
  if (!reason) throw new Fault(422, 'reason.unknown', { field: 'body.reason', params: { reason: command.reason } })
  return {
    reasonKnown: true,
    untilMost: timesOf(limits, calendar).pauseUntilMost(reason.most, desk.now.toISOString()),
    classKnown: isUrgency(command.urgency ?? 'P2') && isDifficulty(command.difficulty ?? 'plain'),
  }
}

/** Facts of `joint.order`: the unit asked, or whether the department exists. */
export async function whoJoins(command: Of<'joint.order'>, { client, context }: BatchDesk) {
  const { directory, rules } = context
  const unit = command.unit === undefined ? null : await directory.unit(client, command.unit)
  const section = command.section ?? null
  const staffed = unit
    ? await directory.staffed(client, unit.id, { section, roles: rules.routing.staffed.joint })
    : false
  return {
    joint: unit ? { unit: unit.id, path: unit.path, section, staffed } : null,
    departmentKnown: rules.departments.some(({ code }) => code === command.department),
  }
}

/** Facts of `letter.send`: whether this letter exists, whether the lead's level may send it, when a reply is due. */
export async function letterFacts(command: Of<'letter.send'>, state: DemandState, desk: BatchDesk) {
  const { client, context } = desk
  const { letters, unitLevels, limits, calendar } = context.rules
  const letter = letters.find(({ code }) => code === command.letter)
  const lead = state.lead ? await context.directory.unit(client, state.lead.unit) : null
  const rank = (level: UnitLevel) => unitLevels.find(({ code }) => code === level)?.rank ?? 99
  const reply = letter?.reply ?? null
  const now = desk.now.toISOString()
  return {
    letterKnown: letter !== undefined,
    toEmployer: letter?.to === 'employer',
    mayOfLevel: letter !== undefined && lead !== null && rank(lead.level) <= rank(letter.from),
    replyDueAt:
      reply === null ? null : reply === 'order-due' ? state.dueAt : timesOf(limits, calendar).spanAfter(now, reply),
  }
}

/** Facts of `demand.merge`: the master's row, if the actor may see it. It may be of another realm, so no stream is locked. */
export async function mergeFacts(
  command: Of<'demand.merge'>,
  actor: Actor,
  { client }: BatchDesk,
): Promise<Pick<MergeFacts, 'master'>> {
  if (!isId(command.master)) return { master: null }
  const { rows } = await client.query(
    `select d.*, lu.ancestors as lead_path from demand d left join unit lu on lu.id = d.lead_unit
     where d.realm = $1 and d.id = $2`,
    [realmOfId(command.master), command.master],
  )
  const row = rows[0]
  if (!row || !sees(actor, targetOfRow(row))) return { master: null }
  const lead = row.lead_unit === null ? null : { unit: row.lead_unit, path: row.lead_path, section: row.lead_section }
  return {
    master: {
      ...{ id: row.id, number: row.number, master: row.master, blocked: row.blocked_units, lead, copies: [] },
      open: row.closed_at === null && row.state !== 'withdrawn',
      dueAt: row.due_at?.toISOString() ?? null,
      ...{ topic: row.topic, restricted: row.restricted },
    },
  }
}

/** Whether there is such a demand and the actor may see it. It may be of another realm, so no stream is locked. */
export async function seesDemand(demand: string, actor: Actor, desk: BatchDesk): Promise<boolean> {
  if (!isId(demand)) return false
  const { rows } = await desk.client.query(
    `select d.*, lu.ancestors as lead_path from demand d left join unit lu on lu.id = d.lead_unit
     where d.realm = $1 and d.id = $2`,
    [realmOfId(demand), demand],
  )
  return rows[0] !== undefined && sees(actor, targetOfRow(rows[0]))
}
