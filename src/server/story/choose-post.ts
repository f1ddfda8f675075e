import { accountGrants } from '../../domain/account/may.ts'
import { grants } from '../../domain/reach.ts'
import { unitTable } from '../../domain/unit-table.ts'
import { UnknownName } from './names.ts'

/** A post as far as choosing needs it. */
type Post = { readonly unit: { readonly id: number }; readonly role: string }

/**
 * The post a person acts in: the one wished for (`role` or `unit/role`), else the first of theirs that may use the verb
 * at all. Undefined when there is none: the product will say so. `list` is the verb of whoever reads demands.
 * @throws UnknownName when the post wished for is not held
 */
export function choosePost<P extends Post>(
  posts: readonly P[],
  verb: string,
  wished: string | undefined,
  unitCalled: (name: string) => number,
): P | undefined {
  if (wished === undefined) return posts.find((each) => mayEver(each.role, verb))
  const [unit, role] = wished.includes('/') ? wished.split('/') : [undefined, wished]
  const found = posts.find((each) => each.role === role && (unit === undefined || each.unit.id === unitCalled(unit)))
  if (!found) throw new UnknownName(`no post ${wished} is held`)
  return found
}

function mayEver(role: string, verb: string): boolean {
  const wanted = verb === 'list' ? 'demand.read' : verb
  return [...grants, ...accountGrants, ...unitTable].some(
    (grant) => grant.role === role && (grant.verb === wanted || grant.verb.startsWith(`${wanted}.`)),
  )
}
