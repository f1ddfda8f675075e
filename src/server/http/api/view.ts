import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../domain/actor.ts'
import { type Rules, rulesAt } from '../../../domain/rules.ts'
import { type ViewAnswer, type ViewName, type ViewParams, views } from '../../../protocol/view.ts'
import { postsOf } from '../../account/person-posts.ts'
import type { ServerContext } from '../../context.ts'
import { Fault } from '../../fault.ts'
import { figureFollower } from '../../figure/figure-follower.ts'
import { ownNotices } from '../../notice/own-notices.ts'
import { childrenOfRegion, findRegions, regionPath } from '../../region/find.ts'
import { callView } from '../../view/call.ts'
import { claimsOf } from '../../view/claims.ts'
import { countedUnder } from '../../view/counted.ts'
import { crossingOf } from '../../view/crossing.ts'
import { demandPage } from '../../view/demand-page.ts'
import { countDemands, findDemands } from '../../view/demands.ts'
import { duesOf, lettersOf } from '../../view/dues.ts'
import { findEmployers } from '../../view/employers.ts'
import { followView } from '../../view/follow.ts'
import { figuresText } from '../../view/kept-figures.ts'
import { findLeads } from '../../view/leads.ts'
import { meView } from '../../view/me.ts'
import { officeOf } from '../../view/office.ts'
import { openingsOf } from '../../view/openings.ts'
import { precedentsOf } from '../../view/precedents.ts'
import { namesOfRules } from '../../view/rules.ts'
import { type Reader, reading } from '../../view/scope.ts'
import { findByNumber } from '../../view/search.ts'
import type { Routes } from '../routes.ts'
import { findSession } from '../session/authenticate.ts'
import { actorOf } from './actor.ts'
import type { Answers, Ask } from './ask.ts'
import { deedAnswers } from './deed-view.ts'
import { issueAnswers } from './issue-answers.ts'
import { lineAnswers } from './line-view.ts'
import { meetingAnswers } from './meeting-view.ts'
import { newsAnswers } from './news-answers.ts'
import { parse } from './parse.ts'
import { sheetAnswers } from './sheet-answers.ts'
import { trainingAnswers } from './training-answers.ts'
import { visitAnswers } from './visit-answers.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

/** How each view of the registry is answered; the registry has already said who may ask. */
const answers: Answers<ViewName> = {
  ...deedAnswers,
  ...meetingAnswers,
  me: ({ context, request }) => me(context, request),
  demands: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) =>
      findDemands(client, actor as Staff, params, context.clock.now(), inForce(context).calendar),
    ),
  counts: ({ context, actor }) =>
    reading(context.db.reader, actor, (client) =>
      countDemands(client, actor as Staff, context.clock.now(), inForce(context).calendar),
    ),
  demand: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => demandPage(client, actor as Staff, params.id)),
  leads: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findLeads(client, params.demand)),
  claims: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => claimsOf(client, actor as Staff, params.demand)),
  search: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findByNumber(client, actor as Staff, params.number)),
  precedents: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => precedentsOf(client, params.topic)),
  figures: ({ context, actor, params }) => figures(context, actor as Staff, params),
  crossing: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => {
      const asked = { ...params, unit: Number(params.unit ?? (actor as Staff).unit) }
      return crossingOf(client, asked, inForce(context).figures, context.clock.now())
    }),
  counted: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => {
      const staff = actor as Staff
      const asked = { ...params, unit: Number(params.unit ?? staff.unit) }
      return countedUnder(client, staff, asked, inForce(context).figures)
    }),
  ...lineAnswers,
  ...sheetAnswers,
  dues: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => duesOf(client, inForce(context), params)),
  letters: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) =>
      lettersOf(client, inForce(context), params.demand, context.clock.now()),
    ),
  call: ({ context, actor, params }) =>
    callView({ ...context.db, subjectKeys: context.command.subjectKeys }, actor as Staff, params.demand),
  office: ({ context, actor, params }) => office(context, actor as Staff, params.unit),
  notices: ({ context, actor }) =>
    reading(context.db.reader, actor, (client) => ownNotices(client, actor as Staff, inForce(context).notices)),
  openings: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => openingsOf(client, actor as Staff, params)),
  ...issueAnswers,
  ...visitAnswers,
  rules: async ({ context }) => namesOfRules(inForce(context)),
  regions: ({ context, actor, params }) =>
    reading(context.db.reader, actor, async (client) => {
      if (params.text !== undefined) return { rows: await findRegions(client, params.text, 20) }
      const parent = params.parent ?? '000000'
      const path = (await regionPath(client, parent)).filter((r) => r.code !== '000000').map((r) => r.name)
      return { rows: (await childrenOfRegion(client, parent)).map((r) => ({ ...r, path: [...path, r.name] })) }
    }),
  employers: ({ context, actor, params }) =>
    reading(context.db.reader, actor, async (client) =>
      findEmployers(client, params.region, params.text, params.around),
    ),
  ...newsAnswers,
  follow: ({ context, actor }) =>
    followView({ ...context.command, reader: context.db.reader }, actor as Extract<Actor, { kind: 'claimant' }>),
  ...trainingAnswers,
}

/** `GET /api/view/{name}`: one question, one answer, within the reach of whoever asks. */
export const viewRoutes: Routes = (app, context) => {
  app.get<{ Params: { name: string }; Querystring: Record<string, unknown> }>(
    '/api/view/:name',
    async (request, reply: FastifyReply) => {
      const { name } = request.params
      if (!Object.hasOwn(views, name)) throw new Fault(404, 'not-found', { field: 'name' })
      // Before asking who acts: also who holds no post, or must change the password first, is somebody.
      if (name === 'me') return reply.send(await me(context, request))
      const actor = await actorOf(context, request, reply)
      const view = name as ViewName
      const who: readonly string[] = views[view].who
      if (!who.includes(actor.kind))
        throw actor.kind === 'public' ? new Fault(401, 'sign-in.needed') : new Fault(403, 'not-allowed')
      const params = parse(views[view].params, request.query, '')
      const told = await answer(view, { context, request, actor: actor as Reader, params })
      return told instanceof Ready ? reply.type('application/json; charset=utf-8').send(told.text) : reply.send(told)
    },
  )
}

/** The edition of the day, as the pipeline takes it for a command: a due shown is the due that would be fixed. */
function inForce({ command, clock }: ServerContext): Rules {
  return rulesAt(command.ruleSet, clock.now().getTime())
}

function answer<N extends ViewName>(
  name: N,
  ask: { context: ServerContext; request: FastifyRequest; actor: Reader; params: unknown },
): Promise<unknown> {
  return answers[name](ask as Ask<N>)
}

/** A unit's office; what lies outside the reach of the post reads as not there. */
async function office(context: ServerContext, actor: Staff, unit: string | undefined): Promise<ViewAnswer<'office'>> {
  const page = await reading(context.db.reader, actor, (client) =>
    officeOf(client, actor, { unit: unit === undefined ? actor.unit : Number(unit), at: context.clock.now() }),
  )
  if (!page) throw new Fault(404, 'not-found', { field: 'unit' })
  return {
    ...page,
    duties: [...page.duties],
    sections: [...page.sections],
    posts: [...page.posts],
    verbs: [...page.verbs],
    onDuty: page.onDuty && { ...page.onDuty, posts: [...page.onDuty.posts] },
  }
}

/** Sums under the asker's reach, as they go out; how far they have followed is no secret and is read beside them. */
async function figures(context: ServerContext, actor: Staff, params: ViewParams<'figures'>): Promise<Ready> {
  const asked = { ...params, unit: Number(params.unit ?? actor.unit) }
  return new Ready(
    await figuresText(
      { ...context.db, follower: figureFollower.name },
      actor,
      asked,
      inForce(context).figures,
      context.clock.now(),
    ),
  )
}

/** An answer that is JSON already. */
class Ready {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

async function me(context: ServerContext, request: FastifyRequest): Promise<ViewAnswer<'me'>> {
  const session = await findSession(context, request)
  if (!session) throw new Fault(401, 'sign-in.needed')
  return meView(session, await postsOf(context.db.writer, session.account))
}
