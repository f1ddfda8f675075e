import type { Actor } from '../../../domain/actor.ts'
import { rulesAt } from '../../../domain/rules.ts'
import type { issueViews } from '../../../protocol/issue-view.ts'
import type { practiceViews } from '../../../protocol/practice-view.ts'
import type { suggestionViews } from '../../../protocol/suggestion-view.ts'
import type { ViewParams } from '../../../protocol/view.ts'
import type { ServerContext } from '../../context.ts'
import { clustersOf } from '../../view/clusters.ts'
import { issuePage } from '../../view/issue-page.ts'
import { findIssues } from '../../view/issues.ts'
import { findPractices, practicePage } from '../../view/practices.ts'
import { type Reader, reading } from '../../view/scope.ts'
import { findSuggestions, suggestionPage } from '../../view/suggestions.ts'
import { openingAs } from './opening.ts'

type Name = keyof (typeof issueViews & typeof suggestionViews & typeof practiceViews)
type Ask<N extends Name> = {
  readonly context: ServerContext
  readonly actor: Reader
  readonly params: ViewParams<N>
}
type Staff = Extract<Actor, { kind: 'staff' }>

const inForce = ({ command, clock }: ServerContext) => rulesAt(command.ruleSet, clock.now().getTime())

/** How the views on common issues, suggestions and practices are answered. */
export const issueAnswers: { readonly [N in Name]: (ask: Ask<N>) => Promise<unknown> } = {
  clusters: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => {
      const staff = actor as Staff
      const asked = { ...params, unit: Number(params.unit ?? staff.unit) }
      return clustersOf(client, staff, asked, inForce(context), context.clock.now())
    }),
  issues: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findIssues(client, actor as Staff, params, context.clock.now())),
  issue: ({ context, actor, params }) =>
    issuePage(openingAs(context, actor as Staff), actor as Staff, params.issue, inForce(context), context.clock.now()),
  suggestions: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findSuggestions(client, actor as Staff, params, context.clock.now())),
  suggestion: ({ context, actor, params }) =>
    suggestionPage(openingAs(context, actor as Staff), actor as Staff, params.suggestion, context.clock.now()),
  practices: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) => findPractices(client, actor as Staff, params)),
  practice: ({ context, actor, params }) =>
    reading(context.db.reader, actor, (client) =>
      practicePage(client, actor as Staff, params.practice, inForce(context), context.clock.now()),
    ),
}
