import { randomBytes } from 'node:crypto'
import { makeId } from '../src/domain/id.ts'
import { Client } from './http.ts'
import { preparedTransaction } from './limit.ts'
import { type Bench, load, type Measured } from './measure.ts'

const lanes = 16
const seconds = 10
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
    await load(lanes, 3, raise)
    const limit = await preparedTransaction(site, lanes, seconds, say)
    const { perSecond, p50, p99, count } = await load(lanes, seconds, raise)
    say(`submit: ${count} demands raised`)
    return [
      {
        name: 'submit',
        value: perSecond,
        unit: 'demands/s',
        p50,
        p99,
        limit: limit.perSecond,
        ratio: perSecond / limit.perSecond,
        rows,
        limitBy: limit.by,
      },
    ]
  } finally {
    client.close()
  }
}
