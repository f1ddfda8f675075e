import type { Actor } from '../actor.ts'
import type { ArticleState } from '../article/state.ts'
import { takesComments } from '../article/state.ts'
import { accepted, type Decision, refused } from '../decision.ts'
import { findPersonal } from '../mask.ts'
import type { CommentCommand, CommentVerb } from './command.ts'
import type { CommentEvent } from './event.ts'
import { isOpen, mayOnComment } from './may.ts'
import type { CommentState } from './state.ts'

type Of<K extends CommentCommand['kind']> = Extract<CommentCommand, { kind: K }>
type Decided = Decision<CommentEvent>

/** What a decider of comments may know beside state and command. */
export type CommentFacts = {
  readonly actor: Actor
  /** The federation takes comments at all (rules/news.yaml). */
  readonly allowed: boolean
  /** Characters (code points) a comment has at most. */
  readonly mostCharacters: number
  /** True for a reason the rules know, or where none is given. */
  readonly reasonKnown: boolean
}

/**
 * A comment under a published article, by somebody whose phone was verified (domain §4 rule 3, §7): the server alone sends
 * it, once the code was typed in. What reaches a person is no comment: nobody's number gets in, the writer's own included.
 * Refused: `not-allowed`, `comments.closed`, `comment.too-long`, `comment.personal`.
 */
export function write(article: ArticleState | null, command: Of<'comment.write'>, facts: CommentFacts): Decided {
  if (facts.actor.kind !== 'system') return refused('not-allowed')
  if (!article || !facts.allowed || !takesComments(article)) return refused('comments.closed')
  if ([...command.text].length > facts.mostCharacters)
    return refused('comment.too-long', { most: facts.mostCharacters })
  if (findPersonal(command.text).length > 0) return refused('comment.personal')
  return accepted<CommentEvent>({
    kind: 'CommentWritten',
    body: { article: command.article, unit: article.unit, path: article.path },
    seal: {
      text: { part: 'text', kind: 'comment.text', value: command.text },
      phone: { part: 'identity', kind: 'comment.phone', value: command.phone },
    },
  })
}

/**
 * Decides every command on a comment that is there. Refused: `not-allowed`, `comment.unknown` out of reach, `comment.over`
 * once it was decided or taken back, `reason.unknown`, `comment.writers-only`.
 */
export function decide(
  state: CommentState,
  command: Exclude<CommentCommand, Of<'comment.write'>>,
  facts: CommentFacts,
): Decided {
  const { actor } = facts
  if (command.kind === 'comment.withdraw') return withdraw(state, actor)
  // The server alone where a restore brought back what an editor had refused or taken off.
  const repeats = actor.kind === 'system' && command.kind === 'comment.refuse'
  const no = repeats ? null : without(state, command.kind, actor)
  if (no) return refused(no)
  const by = actor.kind === 'staff' ? actor.account : null
  if (command.kind === 'comment.publish') {
    if (state.status !== 'waiting') return refused('comment.over')
    return accepted<CommentEvent>({ kind: 'CommentPublished', body: { by } })
  }
  if (!isOpen(state.status)) return refused('comment.over')
  if (!facts.reasonKnown && !repeats) return refused('reason.unknown', { reason: command.reason })
  return accepted<CommentEvent>({ kind: 'CommentRefused', body: { by, reason: command.reason } })
}

/** At any time and without a reason, by number and code; words and number are erased with it, not only hidden. */
function withdraw(state: CommentState, actor: Actor): Decided {
  const writers = actor.kind === 'claimant' && actor.demand === state.id
  // The server alone where a restore brought back what was taken back before.
  if (!writers && actor.kind !== 'system') return refused('comment.writers-only')
  if (state.status === 'withdrawn') return refused('comment.over')
  // The erasure last: a command that is repeated looks for it at the end.
  return accepted<CommentEvent>(
    { kind: 'CommentWithdrawn', body: {} },
    { kind: 'ContentErased', body: { parts: ['identity', 'text'], reason: 'withdrawn' } },
  )
}

function without(state: CommentState, verb: CommentVerb, actor: Actor): string | null {
  if (actor.kind !== 'staff') return 'not-allowed'
  const answer = mayOnComment(actor, verb, state.path)
  if (answer === 'yes') return null
  return answer === 'no' ? 'not-allowed' : 'comment.unknown'
}
