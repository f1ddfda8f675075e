import type { Actor } from '../../../domain/actor.ts'
import { rulesAt } from '../../../domain/rules.ts'
import type { ViewAnswer, ViewParams } from '../../../protocol/view.ts'
import type { ServerContext } from '../../context.ts'
import { campaignPage } from '../../view/line/campaign.ts'
import { campaignsOf } from '../../view/line/campaigns.ts'
import { directivePage, directiveRow, placeOf } from '../../view/line/directive.ts'
import { instructionsOf } from '../../view/line/instructions.ts'
import { withoutReceipt } from '../../view/line/receipts.ts'
import { wantedForms } from '../../view/line/wanted-forms.ts'
import { type Reader, reading } from '../../view/scope.ts'
import { openingAs } from './opening.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Views = 'line' | 'campaign' | 'directive' | 'receipts' | 'instructions' | 'wanted-forms'
type Ask<N extends Views> = {
  readonly context: ServerContext
  readonly actor: Reader
  readonly params: ViewParams<N>
}

/** How the views of the main line are answered; the registry has already said that staff asks. */
export const lineAnswers: { readonly [N in Views]: (ask: Ask<N>) => Promise<ViewAnswer<N>> } = {
  line: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => campaignsOf(client, actor as Staff, params, context.clock.now())),
  campaign: ({ context, actor, params }) => {
    const now = context.clock.now()
    const rules = rulesAt(context.command.ruleSet, now.getTime())
    return campaignPage(openingAs(context, actor as Staff), actor as Staff, params.campaign, { rules, now })
  },
  directive: ({ context, actor, params }) => {
    const now = context.clock.now()
    const rules = rulesAt(context.command.ruleSet, now.getTime())
    const asked = { directive: params.directive, unit: unitOf(params, actor) }
    return directivePage(openingAs(context, actor as Staff), actor as Staff, asked, { rules, now })
  },
  receipts: ({ context, actor, params }) =>
    reading(context.db.reader, actor, async (client) => {
      const unit = unitOf(params, actor)
      const row = await directiveRow(client, actor as Staff, params.directive)
      await placeOf(client, unit)
      return withoutReceipt(client, row, { ...params, unit })
    }),
  'wanted-forms': ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => wantedForms(client, actor as Staff, params)),
  instructions: ({ context, actor, params }) =>
    instructionsOf(openingAs(context, actor as Staff), actor as Staff, params.demand),
}

function unitOf({ unit }: { readonly unit?: string | undefined }, actor: Reader): number {
  return unit === undefined ? (actor as Staff).unit : Number(unit)
}
