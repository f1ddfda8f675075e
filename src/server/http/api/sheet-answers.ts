import type { Actor } from '../../../domain/actor.ts'
import { rulesAt } from '../../../domain/rules.ts'
import type { ViewAnswer, ViewParams } from '../../../protocol/view.ts'
import type { ServerContext } from '../../context.ts'
import { type Reader, reading } from '../../view/scope.ts'
import { sheetPage } from '../../view/sheet/sheet.ts'
import { askedOf, sheetsOf } from '../../view/sheet/sheets.ts'
import { openingAs } from './opening.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Views = 'sheets' | 'sheet' | 'asked'
type Ask<N extends Views> = {
  readonly context: ServerContext
  readonly actor: Reader
  readonly params: ViewParams<N>
}

/** How the views of tables are answered; the registry has already said that staff asks. */
export const sheetAnswers: { readonly [N in Views]: (ask: Ask<N>) => Promise<ViewAnswer<N>> } = {
  sheets: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => sheetsOf(client, actor as Staff, params)),
  sheet: ({ context, actor, params }) => {
    const rules = rulesAt(context.command.ruleSet, context.clock.now().getTime()).figures
    return sheetPage(openingAs(context, actor as Staff), actor as Staff, params.sheet, rules)
  },
  asked: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => askedOf(client, Number(params.unit ?? (actor as Staff).unit))),
}
