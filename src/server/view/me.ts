import { accountVerbs } from '../../domain/account/may.ts'
import { grants, listReach, may } from '../../domain/reach.ts'
import { verbsAtUnit } from '../../domain/unit-grants.ts'
import { unitTable } from '../../domain/unit-table.ts'
import type { ViewAnswer } from '../../protocol/view.ts'
import type { PersonPost } from '../account/person-posts.ts'
import type { Session } from '../account/session.ts'

/**
 * Who is signed in: person, posts in force, the one acted in, what that post may do without looking at a demand. Answers
 * also before the handed-out password was changed, and to somebody whose last post ended.
 */
export function meView(session: Session, posts: readonly PersonPost[]): ViewAnswer<'me'> {
  const { account, login, name, mustChange, csrf, actor } = session
  const verbs = actor
    ? [...new Set(grants.map((grant) => grant.verb))].filter((verb) => may(actor, verb, null) === 'yes')
    : []
  return {
    ...{ account, login, name, mustChange, csrf },
    acting: actor?.post ?? null,
    posts: [...posts],
    lists: actor !== null && listReach(actor.role) !== null,
    verbs: actor ? [...verbs, ...accountVerbs(actor), ...verbsAtUnit(unitTable, actor, [actor.unit])] : [],
  }
}
