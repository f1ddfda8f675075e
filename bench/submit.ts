import { randomBytes } from 'node:crypto'
import { makeId } from '../src/domain/id.ts'
import { Client } from './http.ts'
import { type Limit, preparedTransaction } from './limit.ts'
import { type Bench, type Load, load, type Measured, median } from './measure.ts'

const lanes = 16
/** Measure and limit take turns, so that a machine that grows slower or faster meanwhile does so for both. */
const rounds = 5
const seconds = 3
// About 300 bytes, as long as people write on a phone.
const text = '我们班组十个人，三月到五月的加班费一直没有发，问过两次，都说月底，月底又说下个月。'.repeat(3)

/** Demands raised a second through HTTP and the whole pipeline at 16 connections, beside a prepared transaction. */
export async function submit({ site, rows, say }: Bench): Promise<Measured[]> {
  const client = new Client(site.port, lanes)
  const raise = (lane: number) => {
    const id = makeId(9901, Date.now(), randomBytes(8))
    const body = {
      region: '990102001',
      channel: 'online',
      mode: 'confidential',
      text,
      identity: { name: '甲', phone: '13800000000' },
      persons: 1,
    }
    return client.send(lane, 'POST', '/api/command/demand.raise', '', JSON.stringify({ id, body })).then((answer) => {
      if (!answer.startsWith('{"accepted"')) throw new Error(answer)
    })
  }
  try {
    await load(lanes, 5, raise)
    const turns: { mine: Load; limit: Limit }[] = []
    for (let round = 0; round < rounds; round++) {
      const limit = await preparedTransaction(site, lanes, seconds, say)
      turns.push({ mine: await load(lanes, seconds, raise), limit })
    }
    say(`submit: ${turns.reduce((sum, { mine }) => sum + mine.count, 0)} demands raised`)
    const value = median(turns.map(({ mine }) => mine.perSecond))
    const limit = median(turns.map((turn) => turn.limit.perSecond))
    const p50 = median(turns.map(({ mine }) => mine.p50))
    const p99 = median(turns.map(({ mine }) => mine.p99))
    const limitBy = turns[0]?.limit.by ?? 'none'
    return [{ name: 'submit', value, unit: 'demands/s', p50, p99, limit, ratio: value / limit, rows, limitBy }]
  } finally {
    client.close()
  }
}
