import type { Actor } from '../../../domain/actor.ts'
import { type Rules, rulesAt } from '../../../domain/rules.ts'
import { mayOnVisit } from '../../../domain/visit/may.ts'
import type { ViewName, ViewParams } from '../../../protocol/view.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { keptBy } from '../../view/keeping.ts'
import { findKept, findSpots, neverVisited } from '../../view/places.ts'
import { type Reader, reading } from '../../view/scope.ts'
import { visitPage } from '../../view/visit-page.ts'
import { findPlans, findVisits } from '../../view/visits.ts'
import { visitsAt } from '../../view/visits-at.ts'
import { openingAs } from './opening.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Ask<N extends ViewName> = {
  readonly context: ServerContext
  readonly actor: Reader
  readonly params: ViewParams<N>
}
type Names = 'kept-by' | 'visits' | 'plans' | 'visit' | 'visits-at' | 'places' | 'never-visited' | 'find-place'

/** How the views of visits and contact points are answered. */
export const visitAnswers: { readonly [N in Names]: (ask: Ask<N>) => Promise<unknown> } = {
  visits: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findVisits(client, actor as Staff, params)),
  plans: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findPlans(client, actor as Staff, params)),
  visit: ({ context, actor, params }) =>
    visitPage(
      openingAs(context, actor as Staff),
      actor as Staff,
      params.visit,
      inForce(context).visits,
      context.clock.now(),
    ),
  'kept-by': ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => keptBy(client, actor as Staff, params.after)),
  'visits-at': ({ context, actor, params }) => at(context, actor as Staff, params),
  places: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findKept(client, actor as Staff, params)),
  'never-visited': ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => neverVisited(client, actor as Staff, params, context.clock.now())),
  'find-place': ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findSpots(client, actor as Staff, params)),
}

/** For whoever records visits at all. */
async function at(context: ServerContext, actor: Staff, params: ViewParams<'visits-at'>) {
  if (mayOnVisit(actor, 'visit.record', [actor.unit]) !== 'yes') throw new Fault(403, 'not-allowed')
  const own = await context.command.directory.employerUnits(context.db.writer as never, Number(params.employer))
  const who = { isOwnUnion: own.includes(actor.unit), now: context.clock.now() }
  return visitsAt(context.db.writer, params, who, inForce(context).visits)
}

function inForce({ command, clock }: ServerContext): Rules {
  return rulesAt(command.ruleSet, clock.now().getTime())
}
