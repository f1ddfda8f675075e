import type { Actor } from '../actor.ts'
import { mayAtUnit, type UnitAnswer, type UnitGrant, verbsAtUnit } from '../unit-grants.ts'
import type { CommentVerb } from './command.ts'
import type { CommentState } from './state.ts'

const verbs = ['comment.read', 'comment.publish', 'comment.refuse'] as const

/** Who reads a comment before everybody does: editor and head of the union whose article it stands under. */
export const commentGrants: readonly UnitGrant<CommentVerb>[] = (['editor', 'head'] as const).flatMap((role) =>
  verbs.map((verb): UnitGrant<CommentVerb> => ({ role, verb, reach: 'own' })),
)

/**
 * Whether the actor may use the verb on comments under what a union publishes.
 * @param path the union with its ancestors, itself first
 */
export function mayOnComment(actor: Actor, verb: CommentVerb, path: readonly number[]): UnitAnswer {
  return mayAtUnit(commentGrants, actor, verb, path)
}

/** The verbs the actor may use on a comment as it stands: exactly its buttons. */
export function commentVerbs(
  actor: Actor,
  { path, status }: Pick<CommentState, 'path' | 'status'>,
): readonly CommentVerb[] {
  return verbsAtUnit(commentGrants, actor, path).filter(
    (verb) => verb === 'comment.read' || (verb === 'comment.publish' ? status === 'waiting' : isOpen(status)),
  )
}

/** Whether an editor can still say no: what its writer took back stays back, and no is said once. */
export function isOpen(status: CommentState['status']): boolean {
  return status === 'waiting' || status === 'published'
}
