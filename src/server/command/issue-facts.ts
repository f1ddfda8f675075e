import type { Actor } from '../../domain/actor.ts'
import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { IssueCommand } from '../../domain/issue/command.ts'
import type { OpenFacts } from '../../domain/issue/facts.ts'
import { patternSince } from '../../domain/issue/pattern.ts'
import { regionWithin } from '../../domain/issue/place.ts'
import type { IssueState } from '../../domain/issue/state.ts'
import { sectionAlone } from '../../domain/routing-rules.ts'
import { findTopic, isOpenTopic } from '../../domain/topic.ts'
import { countLeaf, leafParties } from '../view/leaf-count.ts'
import type { BatchDesk } from './noun.ts'

type Open = Extract<IssueCommand, { kind: 'issue.open' }>

/** Facts of `issue.open`: the place, and what is found there by the very definition of the alert. */
export async function openFacts(command: Open, actor: Actor, desk: BatchDesk): Promise<OpenFacts> {
  const { client, context, now } = desk
  const { directory, rules } = context
  const unit = await directory.unit(client, command.unit)
  const topic = findTopic(rules.taxonomy, command.topic)
  const employer = command.employer === undefined ? null : await directory.employer(client, command.employer)
  const { region } = command
  const inForce = region !== undefined && (await directory.regionInForce(client, region))
  const place = { employer: employer?.id ?? null, region: region ?? null }
  const { alert } = rules.limits
  const from = new Date(patternSince(rules.calendar, now.getTime(), alert))
  // The present instant counts: what was submitted in it was heard.
  const to = new Date(now.getTime() + 1)
  const here = { unit: command.unit, topic: command.topic, place, from, to }
  const found = place.employer !== null || inForce ? await countLeaf(client, here) : null
  const parties = place.employer === null ? { agency: false, hiddenFrom: [] } : await leafParties(client, here)
  return {
    actor,
    today: localDateOf(now.getTime()),
    unit: unit && { unit: unit.id, path: unit.path, realm: unit.realm },
    topicKnown: isOpenTopic(rules.taxonomy, command.topic),
    topicAlone: topic !== undefined && sectionAlone(rules.routing, topic) !== null,
    employerUnits: employer && (await directory.employerUnits(client, employer.id)),
    regionWithin: inForce && unit !== null && regionWithin(region, unit.region),
    cluster: found && found.n >= alert.sameLeaf ? found : null,
    asAgency: parties.agency,
    hiddenFrom: parties.hiddenFrom,
    alreadyOpen: await isOpen(command, desk),
  }
}

/** Best effort: two who open the same at the same moment both do, and one of them closes theirs again. */
async function isOpen({ unit, topic, employer, region }: Open, { client, realm }: BatchDesk): Promise<boolean> {
  const { rows } = await client.query(
    `select from issue where realm = $1 and unit = $2 and topic = $3 and closed_at is null
       and employer is not distinct from $4 and region is not distinct from $5 limit 1`,
    [realm, unit, topic, employer ?? null, region ?? null],
  )
  return rows.length > 0
}

/** What the rule of a command on an issue looks at beside its state. */
export async function issueFacts(
  command: Exclude<IssueCommand, Open>,
  state: IssueState,
  desk: BatchDesk,
): Promise<object> {
  const { client, context } = desk
  switch (command.kind) {
    case 'issue.own':
    case 'issue.task': {
      const unit = await context.directory.unit(client, command.unit)
      const post = command.kind === 'issue.own' ? command.post : undefined
      const seated = unit && { unit: unit.id, path: unit.path, realm: unit.realm }
      const postKnown = post === undefined || (await isPostAt(post, command.unit, desk))
      const workplace = (await isWorkplace(unit?.path ?? [], desk)) && !(await isWorkplace(state.path, desk))
      return { unit: seated, post, postKnown, workplace }
    }
    case 'issue.close':
      return { reasonKnown: context.rules.issues.closeReasons.some(({ code }) => code === command.reason) }
    case 'issue.plan':
    case 'issue.task-done':
    case 'issue.reopen':
      return {}
  }
}

/** Whether a unit of this path is an enterprise's own union, or below one. */
async function isWorkplace(path: readonly number[], { client, context: { directory } }: BatchDesk): Promise<boolean> {
  const units = await Promise.all(path.map((id) => directory.unit(client, id)))
  return units.some((unit) => unit !== null && unit.employer !== null)
}

async function isPostAt(post: number, unit: number, { client }: BatchDesk): Promise<boolean> {
  const { rows } = await client.query('select from post where id = $1 and unit = $2 and valid_to is null', [post, unit])
  return rows.length > 0
}
