import type { Actor } from '../../../domain/actor.ts'
import { mayOnDeed } from '../../../domain/deed/may.ts'
import { rulesAt } from '../../../domain/rules.ts'
import type { deedViews } from '../../../protocol/deed-view.ts'
import { Fault } from '../../fault.ts'
import { deedMoney } from '../../view/deed-money.ts'
import { deedNotices } from '../../view/deed-notices.ts'
import { deedKinds, deedPage } from '../../view/deed-page.ts'
import { deedSlip } from '../../view/deed-slip.ts'
import { findDeeds } from '../../view/deeds.ts'
import { reading } from '../../view/scope.ts'
import type { Answers } from './ask.ts'
import { openingAs } from './opening.ts'

type Staff = Extract<Actor, { kind: 'staff' }>
type Claimant = Extract<Actor, { kind: 'claimant' }>

/** How the views of deeds are answered. */
export const deedAnswers: Answers<keyof typeof deedViews> = {
  deeds: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findDeeds(client, actor as Staff, params)),
  deed: ({ context, actor, params }) => deedPage(openingAs(context, actor as Staff), actor as Staff, params.deedId),
  'deed-notices': ({ context, params }) => {
    const now = context.clock.now()
    return deedNotices(context.command, params.after, { now, rules: rulesAt(context.command.ruleSet, now.getTime()) })
  },
  'deed-kinds': async ({ context }) => {
    const { deeds, deedRules } = rulesAt(context.command.ruleSet, context.clock.now().getTime())
    return deedKinds(deeds, deedRules)
  },
  'deed-money': ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => {
      const staff = actor as Staff
      if (mayOnDeed(staff, 'deed.read', [staff.unit]) !== 'yes') throw new Fault(403, 'not-allowed')
      const now = context.clock.now()
      const { fewest } = rulesAt(context.command.ruleSet, now.getTime()).figures
      return deedMoney(client, staff.unit, params, { fewest, now })
    }),
  'deed-slip': ({ context, actor }) =>
    deedSlip(context.db.reader, actor as Claimant, rulesAt(context.command.ruleSet, context.clock.now().getTime())),
}
