import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../src/domain/actor.ts'
import type { Block } from '../../src/domain/article/block.ts'
import type { ServerContext } from '../../src/server/context.ts'
import type { Follower } from '../../src/server/follow/follow.ts'
import { runFollowersOnce } from '../../src/server/follow/start-following.ts'
import { doorRoutes } from '../../src/server/http/door/door-routes.ts'
import { buildServer } from '../../src/server/http/server.ts'
import { publishedFollower } from '../../src/server/job/published-follower.ts'
import { storyConsentFollower } from '../../src/server/job/story-consent-follower.ts'
import type { PipelineFixture, Staff } from './pipeline.ts'

/** A paper with two editors, over the pipeline of a fixture: short ways to write, release and read as the public. */
export interface Paper {
  readonly first: Staff
  readonly second: Staff
  readonly followers: readonly Follower[]
  /** Writes and offers; gives the article. */
  offer(blocks: readonly Block[], more?: object): Promise<string>
  /** Writes, offers and releases. */
  publish(blocks: readonly Block[], more?: object): Promise<string>
  follow(): Promise<void>
  /** A page of the door, as anybody gets it. */
  get(path: string): Promise<{ status: number; body: string; headers: Readonly<Record<string, unknown>> }>
  close(): Promise<void>
}

export async function paperOf(fixture: PipelineFixture): Promise<Paper> {
  const [first, second] = [await fixture.staff('江湾区总工会', 'editor'), await fixture.staff('江湾区总工会', 'editor')]
  const app = await doorOver(fixture)
  const followers = [storyConsentFollower(fixture), publishedFollower(fixture.context)]
  const follow = () => runFollowersOnce({ db: fixture.db, followers })
  const offer: Paper['offer'] = async (blocks, more = {}) => {
    const head = { title: '扎根群众', author: '江湾工会报', source: '江湾区总工会', topics: ['roots'], tells: 'nobody' }
    const body = { unit: first.unit, ...head, blocks, ...more }
    const { stream } = await fixture.accept(first, 'article.write', body)
    await fixture.accept(first, 'article.offer', { article: stream })
    return stream
  }
  return {
    ...{ first, second, followers, offer, follow },
    publish: async (blocks, more) => {
      const article = await offer(blocks, more)
      await fixture.accept(second, 'article.release', { article })
      await follow()
      return article
    },
    get: async (url) => {
      const { statusCode, body, headers } = await app.inject({ url, headers: { accept: 'text/html', host: 'union' } })
      return { status: statusCode, body, headers }
    },
    close: () => app.close(),
  }
}

/** A worker as the holder of a receipt. */
export const worker = (demand: string): Actor => ({ kind: 'claimant', demand, assisted: false })

/** Agreeing to be told about. */
export const agree = { purpose: 'public-story', version: 1, name: true, picture: true }

function doorOver({ db, clock, context, pipeline }: PipelineFixture): Promise<FastifyInstance> {
  const config = { secureCookies: false, trustProxy: [], publicUrl: 'https://union.example' }
  const { log, keys, rules } = context
  const over = { config, db, clock, log, keys, rules, pipeline, command: context }
  return buildServer(over as unknown as ServerContext, [doorRoutes])
}
