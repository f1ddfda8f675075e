import { rulesAt } from '../../../domain/rules.ts'
import { Id } from '../../../protocol/shape.ts'
import { Fault } from '../../fault.ts'
import { filledSheet } from '../../view/sheet/filled.ts'
import type { Routes } from '../routes.ts'
import { actorOf } from './actor.ts'
import { openingAs } from './opening.ts'
import { parse } from './parse.ts'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** `GET /api/sheet/{sheet}`: the table filled, in the form it came in, for those who answer tables of its unit. */
export const sheetRoutes: Routes = (app, context) => {
  app.get<{ Params: { sheet: string } }>('/api/sheet/:sheet', async (request, reply) => {
    const actor = await actorOf(context, request, reply)
    if (actor.kind !== 'staff')
      throw actor.kind === 'public' ? new Fault(401, 'sign-in.needed') : new Fault(403, 'not-allowed')
    const sheet = parse(Id, request.params.sheet, 'sheet')
    const now = context.clock.now()
    const read = openingAs(context, actor)
    const rules = rulesAt(context.command.ruleSet, now.getTime()).figures
    const { title, form, file } = await filledSheet(read, actor, sheet, { rules, now })
    // The name the file came with may name a person; what the office calls its table does not.
    const stem = title.replaceAll(/[\u0000-\u001f\u007f"*/:<>?\\|]/g, '_')
    return reply
      .header('content-type', types[form])
      .header('content-disposition', attachment(`${stem || 'sheet'}.${form}`))
      .header('cache-control', 'no-store')
      .send(file)
  })
}

/** A name for old browsers, and the real one (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`
}
