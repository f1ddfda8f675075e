import type { ArticleState } from '../../domain/article/state.ts'
import type { CommentCommand } from '../../domain/comment/command.ts'
import { type CommentFacts, decide, write } from '../../domain/comment/decide.ts'
import { evolve, type PastCommentEvent } from '../../domain/comment/evolve.ts'
import type { CommentState } from '../../domain/comment/state.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import { Fault } from '../fault.ts'
import { projectComment } from '../projection/comment.ts'
import { randomTake } from '../random.ts'
import type { Asked, BatchDesk, Decided, Noun } from './noun.ts'

/** Comments of readers 评论: one stream each, in the realm of the article they stand under. */
export const commentNoun: Noun = {
  name: 'comment',
  streams: (asked) => [asked.kind === 'comment.write' ? asked.body.article : asked.body.comment],
  evolve: (state, event) => evolve(state as CommentState | null, event as unknown as PastCommentEvent),
  project: projectComment,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as CommentCommand
    const named = command.kind === 'comment.write' ? command.article : command.comment
    if (realmOfId(named) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const facts = factsOf(asked, command, desk)
    if (command.kind === 'comment.write') {
      const stream = makeId(desk.realm, desk.now.getTime(), randomTake(8))
      const decision = write(desk.state(command.article, 'article') as ArticleState | null, command, facts)
      return { stream, noun: 'comment', subject: stream, decision }
    }
    const stream = command.comment
    const state = desk.state(stream, 'comment') as CommentState | null
    const decision = state && decide(state, command, facts)
    // Out of reach reads as not there.
    if (!decision || ('refused' in decision && decision.refused.code === 'comment.unknown'))
      throw new Fault(404, 'not-found', { field: 'body.comment' })
    return { stream, noun: 'comment', subject: stream, decision }
  },
}

function factsOf({ actor }: Asked, command: CommentCommand, { context }: BatchDesk): CommentFacts {
  const { open, mostCharacters, refusals } = context.rules.news.comments
  const reason = command.kind === 'comment.refuse' ? command.reason : null
  const reasonKnown = reason === null || refusals.some(({ code }) => code === reason)
  return { actor, allowed: open, mostCharacters, reasonKnown }
}
