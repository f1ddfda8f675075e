import { createHash } from 'node:crypto'
import { makeId, realmOfId } from '../../../domain/id.ts'
import { Code, Id } from '../../../protocol/shape.ts'
import { openedFile } from '../../command/opened.ts'
import { Fault } from '../../fault.ts'
import { demandPage } from '../../view/demand-page.ts'
import { reading } from '../../view/scope.ts'
import { sendOpened } from '../door/send-opened.ts'
import type { Routes } from '../routes.ts'
import { actorOf } from './actor.ts'
import { parse } from './parse.ts'

/** Within this span a post that opens the same file again leaves one record: a player asks for it more than once. */
const spanMs = 10 * 60_000

/**
 * `GET /api/file/{demand}/{file}?purpose=`: a file of a demand, for who may read its words. The read record stands before a
 * byte goes out, as with the words (`content.open`); the worker sees it. 404 out of reach or erased, 403 not now.
 */
export const fileRoutes: Routes = (app, context) => {
  app.get<{ Params: { demand: string; file: string }; Querystring: { purpose?: unknown } }>(
    '/api/file/:demand/:file',
    async (request, reply) => {
      const actor = await actorOf(context, request, reply)
      if (actor.kind !== 'staff')
        throw actor.kind === 'public' ? new Fault(401, 'sign-in.needed') : new Fault(403, 'not-allowed')
      const demand = parse(Id, request.params.demand, 'demand')
      const purpose = parse(Code, request.query.purpose, 'purpose')
      const { file } = request.params
      // A record of a while ago is the same record; whether the words are still this post's to read is asked anew.
      const page = await reading(context.db.reader, actor, (client) => demandPage(client, actor, demand))
      if (!page.demand.verbs.includes('content.open.text')) throw new Fault(403, 'not-allowed')
      const row = page.timeline.find(({ kind, detail }) => kind === 'FileAttached' && detail.file === file)
      if (!row) throw new Fault(404, 'not-found', { field: 'file' })
      const part = row.detail.part === 'identity' ? ('identity' as const) : ('text' as const)
      const body = { demand, part, purpose, file }
      const at = Math.floor(context.clock.now().getTime() / spanMs) * spanMs
      const who = ['file', actor.account, actor.post, JSON.stringify(body), at].join('\n')
      const id = makeId(realmOfId(demand), at, createHash('sha256').update(who).digest().subarray(0, 8))
      const { outcome } = await context.pipeline.submit(actor, { id, kind: 'content.open', body })
      if ('refused' in outcome) throw new Fault(403, 'not-allowed')
      const opened = await openedFile(context.command, body, outcome)
      if (!opened) throw new Fault(404, 'not-found', { field: 'file' })
      return sendOpened(reply, context.rules, file, opened)
    },
  )
}
