import { type Crew, crewOf } from '../../../test/kit/lives.ts'
import { type PipelineFixture, pipelineFixture } from '../../../test/kit/pipeline.ts'
import { runFollowersOnce } from '../follow/start-following.ts'
import { Addresses } from '../gateway/addresses.ts'
import type { Channel, Handed } from '../gateway/gateway.ts'
import { fakeGateways, type Recorded } from '../gateway/gateway-fake.ts'
import { SHIPPED_RULES } from '../rules/load.ts'
import { noticeFollower } from './notice-follower.ts'
import { type SendContext, sendDueOnce } from './send-due.ts'
import { readSendingRules } from './sending-rules.ts'

export const county = '江湾区总工会'
export const street = '柳荫街道工会'
export const robot = (name: string) => `https://robot.example/${name}`
/** A worker who left name, number and words about when to call. */
export const named = { mode: 'named', identity: { name: '测试者某某', phone: '13912345678', reach: '晚上不要打' } }

const book = new Addresses({
  unions: [
    { union: county, wecom: [robot('county')], phone: ['057112351'] },
    { union: street, dingtalk: [robot('street')] },
  ],
})

/** A county whose notices go to fakes. */
export class NoticeFixture {
  readonly pipeline: PipelineFixture
  readonly crew: Crew
  /** What the fakes of the last `sending()` were given. */
  recorded: Recorded[] = []

  constructor(pipeline: PipelineFixture, crew: Crew) {
    this.pipeline = pipeline
    this.crew = crew
  }

  static async open(): Promise<NoticeFixture> {
    const pipeline = await pipelineFixture({ at: new Date('2026-06-15T01:00:00Z') })
    return new NoticeFixture(pipeline, await crewOf(pipeline))
  }

  /** Monday, ten o'clock; nothing waits, and the day's digest was made. */
  async begin(): Promise<void> {
    const { owner } = this.pipeline.db
    this.at('2026-06-15T02:00:00Z')
    await this.follow()
    await owner.query("delete from sent; delete from notice; delete from follower where name = 'digests'")
    await owner.query("insert into follower (name, realm, position) values ('digests', 1, 20260615)")
  }

  at(instant: string): void {
    this.pipeline.clock.stepTo(new Date(instant))
  }

  async follow(addresses: Addresses = book): Promise<void> {
    const { clock, rules } = this.pipeline.context
    const making = { clock, notices: rules.notices, sending: readSendingRules(SHIPPED_RULES), addresses }
    await runFollowersOnce({ db: this.pipeline.db, followers: [noticeFollower(making)] })
  }

  /** A context over new fakes. */
  sending(how: { channels?: readonly Channel[]; answer?: Handed; addresses?: Addresses } = {}): SendContext {
    const { context, db, clock } = this.pipeline
    const { answer } = how
    const fake = fakeGateways(how.channels, answer && (() => answer))
    this.recorded = fake.recorded
    const { log, rules } = context
    const sending = readSendingRules(SHIPPED_RULES)
    const outgoing = { gateways: fake.gateways, addresses: how.addresses ?? book, sending }
    return { db, clock, log, rules, command: context, outgoing }
  }

  /** Sends what is due to new fakes, and gives what they were given. */
  async send(how: Parameters<NoticeFixture['sending']>[0] = {}): Promise<readonly Recorded[]> {
    await sendDueOnce(this.sending(how))
    return this.recorded
  }

  /** Follows, then sends. */
  async tell(how: Parameters<NoticeFixture['sending']>[0] = {}): Promise<readonly Recorded[]> {
    await this.follow(how.addresses)
    return this.send(how)
  }

  async rows(
    where = 'true',
  ): Promise<readonly Readonly<Record<'code' | 'to_kind' | 'state' | 'why', string | null>>[]> {
    const columns = 'code, to_kind, state, why'
    const order = 'position, to_kind, code'
    return (await this.pipeline.db.owner.query(`select ${columns} from notice where ${where} order by ${order}`)).rows
  }

  triage(demand: string, more: object = {}) {
    const lead = this.crew.handler.unit
    const how = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain', lead }
    return this.pipeline.accept(this.crew.triage, 'demand.triage', { demand, ...how, ...more })
  }
}
