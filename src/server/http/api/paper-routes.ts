import { rulesAt } from '../../../domain/rules.ts'
import { views } from '../../../protocol/view.ts'
import { Fault } from '../../fault.ts'
import { writePaper } from '../../gateway/paper.ts'
import { type PaperKind, paperKinds, paperOf } from '../../view/paper/paper.ts'
import { reading } from '../../view/scope.ts'
import type { Routes } from '../routes.ts'
import { actorOf } from './actor.ts'
import { parse } from './parse.ts'
import { attachment } from './sheet-routes.ts'

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * `GET /api/paper/{kind}.docx?unit&from&to`: a paper about a union and all below it, for every post at or above it, as a
 * document that can be edited. `kind`: `brief`, `summary`, `visit`.
 */
export const paperRoutes: Routes = (app, context) => {
  app.get<{ Params: { name: string }; Querystring: Record<string, unknown> }>(
    '/api/paper/:name',
    async (request, reply) => {
      const kind = /^([a-z]+)\.docx$/.exec(request.params.name)?.[1] ?? ''
      if (!Object.hasOwn(paperKinds, kind)) throw new Fault(404, 'not-found', { field: 'name' })
      const actor = await actorOf(context, request, reply)
      if (actor.kind !== 'staff')
        throw actor.kind === 'public' ? new Fault(401, 'sign-in.needed') : new Fault(403, 'not-allowed')
      const { unit, from, to } = parse(views.figures.params, request.query, '')
      const now = context.clock.now()
      const rules = rulesAt(context.command.ruleSet, now.getTime())
      const asked = { kind: kind as PaperKind, unit: Number(unit ?? actor.unit), from, to }
      const paper = await reading(context.db.reader, actor, (client) => paperOf(client, actor, asked, { rules, now }))
      return reply
        .header('content-type', type)
        .header('content-disposition', attachment(`${paper.title}.docx`))
        .header('cache-control', 'no-store')
        .send(await writePaper(paper))
    },
  )
}
