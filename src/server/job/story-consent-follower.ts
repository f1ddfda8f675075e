import { createHash } from 'node:crypto'
import { makeId, realmOfId } from '../../domain/id.ts'
import type { Pipeline } from '../command/handle.ts'
import { Fault } from '../fault.ts'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'

/**
 * Takes the worker out of every article that stands on a consent which was taken back. An article may be of another realm than
 * the demand, so each is a command of its own, whose id follows from the event. A release is looked at too: the consent may
 * have gone in the moment between. Writes nothing itself, and so never stands in the way of what it asks for.
 */
export function storyConsentFollower({ pipeline }: { readonly pipeline: Pick<Pipeline, 'submit'> }): Follower {
  return {
    name: 'story-consents',
    kinds: new Set(['ConsentWithdrawn', 'ArticleReleased']),
    async handle(client, events) {
      for (const event of events) {
        const column = event.kind === 'ArticleReleased' ? 'id' : 'public_demand'
        const { rows } = await client.query<{ id: string }>(
          `select a.id from article a where a.${column} = $1 and a.public_demand is not null and ($2 or not exists (
             select from consent c where c.demand = a.public_demand and c.purpose = 'public-story'))
           order by a.realm, a.id`,
          // Who agreed again meanwhile is told about only by a text that is released anew (ADR 30).
          [event.stream, event.kind === 'ConsentWithdrawn'],
        )
        for (const { id } of rows) await takeBack(pipeline, id, event)
      }
    },
  }
}

/** A refusal means that it was taken back before, or that the text was released anew on a consent given since. */
async function takeBack(pipeline: Pick<Pipeline, 'submit'>, article: string, { realm, position, at }: PastEvent) {
  const chance = createHash('sha256').update(`take-back ${realm} ${position} ${article}`).digest()
  const id = makeId(realmOfId(article), Date.parse(at), chance)
  try {
    await pipeline.submit({ kind: 'system' }, { id, kind: 'article.take-back', body: { article } })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
}
