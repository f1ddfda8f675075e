import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../src/domain/actor.ts'
import type { Block } from '../../src/domain/article/block.ts'
import type { Rules } from '../../src/domain/rules.ts'
import type { ServerContext } from '../../src/server/context.ts'
import type { Follower } from '../../src/server/follow/follow.ts'
import { runFollowersOnce } from '../../src/server/follow/start-following.ts'
import type { Channel, Gateways } from '../../src/server/gateway/gateway.ts'
import { fakeGateways, type Recorded } from '../../src/server/gateway/gateway-fake.ts'
import { doorRoutes } from '../../src/server/http/door/door-routes.ts'
import { buildServer } from '../../src/server/http/server.ts'
import { publishedFollower } from '../../src/server/job/published-follower.ts'
import { storyConsentFollower } from '../../src/server/job/story-consent-follower.ts'
import type { PipelineFixture, Staff } from './pipeline.ts'

/** An answer of the door. */
export type Got = { status: number; body: string; headers: Readonly<Record<string, unknown>> }

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
  get(path: string): Promise<Got>
  /** A form of the door, sent from its own page. */
  post(path: string, form: Readonly<Record<string, string>>): Promise<Got>
  /** Messages that were sent. */
  readonly sent: readonly Recorded[]
  close(): Promise<void>
}

export async function paperOf(
  fixture: PipelineFixture,
  options: { readonly channels?: readonly Channel[]; readonly union?: string } = {},
): Promise<Paper> {
  const union = options.union ?? '江湾区总工会'
  const [first, second] = [await fixture.staff(union, 'editor'), await fixture.staff(union, 'editor')]
  const outgoing = fakeGateways(options.channels ?? ['sms'])
  const app = await doorOver(fixture, outgoing.gateways)
  const got = ({ statusCode, body, headers }: { statusCode: number; body: string; headers: object }): Got => ({
    ...{ status: statusCode, body, headers: headers as Got['headers'] },
  })
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
    sent: outgoing.recorded,
    get: async (url) => got(await app.inject({ url, headers: { accept: 'text/html', host: 'union' } })),
    post: async (url, form) => {
      const headers = { ...{ accept: 'text/html', host: 'union', 'sec-fetch-site': 'same-origin' }, ...formHead }
      return got(await app.inject({ method: 'POST', url, headers, payload: new URLSearchParams(form).toString() }))
    },
    close: () => app.close(),
  }
}

const formHead = { 'content-type': 'application/x-www-form-urlencoded' }

/** A worker as the holder of a receipt. */
export const worker = (demand: string): Actor => ({ kind: 'claimant', demand, assisted: false })

/** Agreeing to be told about. */
export const agree = { purpose: 'public-story', version: 1, name: true, picture: true }

function doorOver({ db, clock, context, pipeline }: PipelineFixture, gateways: Gateways): Promise<FastifyInstance> {
  const config = { secureCookies: false, trustProxy: [], publicUrl: 'https://union.example' }
  const { log, keys, rules } = context
  const over = { config, db, clock, log, keys, rules, pipeline, command: context, outgoing: { gateways } }
  return buildServer(over as unknown as ServerContext, [doorRoutes])
}

/** Rules of a federation that takes comments. */
export const withComments = (shipped: Rules): Rules => {
  const { news } = shipped
  return { ...shipped, news: { ...news, comments: { ...news.comments, open: true } } }
}
