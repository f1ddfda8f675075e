import type { ArticleCommand } from '../../domain/article/command.ts'
import { type AskedOfArticle, decide } from '../../domain/article/decide.ts'
import type { ArticleEvent } from '../../domain/article/event.ts'
import { evolve, type PastArticleEvent } from '../../domain/article/evolve.ts'
import type { ArticleState } from '../../domain/article/state.ts'
import type { Decision } from '../../domain/decision.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import { Fault } from '../fault.ts'
import { projectArticle } from '../projection/news.ts'
import { randomTake } from '../random.ts'
import { releaseFacts, seatOf, textFacts } from './news-facts.ts'
import type { Decided, Noun } from './noun.ts'

/** An article: its words sealed under a key of its own; what the public reads is written by a follower. */
export const articleNoun: Noun = {
  name: 'article',
  streams: (asked) => (asked.kind === 'article.write' ? [] : [asked.body.article]),
  evolve: (state, event) => evolve(state as ArticleState | null, event as unknown as PastArticleEvent),
  project: projectArticle,
  async decide(asked, desk): Promise<Decided> {
    const command = { kind: asked.kind, ...asked.body } as ArticleCommand
    const first = command.kind === 'article.write'
    if (!first && realmOfId(command.article) !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const state = first ? null : (desk.state(command.article, 'article') as ArticleState | null)
    const unit = await seatOf(desk, first ? command.unit : state?.unit)
    const facts = {
      ...{ actor: asked.actor, unit },
      ...(await textFacts(desk, command, unit?.unit)),
      ...(state ? await releaseFacts(desk, command, state) : {}),
    }
    const decision = named(decide(state, { kind: command.kind, command, facts } as unknown as AskedOfArticle))
    if (first && unit && unit.realm !== desk.realm) throw new Fault(422, 'id.wrong-realm', { field: 'id' })
    const stream = first ? makeId(desk.realm, desk.now.getTime(), randomTake(8)) : command.article
    return { stream, noun: 'article', subject: stream, decision }
  },
}

/** Out of reach reads as not there; where the code's usual field is another one. */
function named(decision: Decision<ArticleEvent>): Decision<ArticleEvent> {
  if (!('refused' in decision)) return decision
  const { code, params } = decision.refused
  if (code === 'article.unknown') throw new Fault(404, 'not-found', { field: 'body.article' })
  if (code === 'unit.unknown') throw new Fault(422, code, { field: 'body.unit', params })
  return decision
}
