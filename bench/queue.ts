import { Client } from './http.ts'
import { type Bench, load, type Measured } from './measure.ts'

const lanes = 16
const seconds = 10
/** First pages a second of Directus 11.17 on the same data and machine (house.md, *Peers*). */
const peer = 213

/** A county's first page of 20 a second, through HTTP, session and row-level security. */
export async function queue({ site, rows }: Bench): Promise<Measured[]> {
  const client = new Client(site.port, lanes)
  const headers = `cookie: ${site.cookie}\r\n`
  const page = async (lane: number) => {
    const answer = await client.send(lane, 'GET', '/api/view/demands?list=unit&limit=20', headers)
    if (!answer.startsWith('{"rows":[{')) throw new Error(`an empty page: ${answer.slice(0, 100)}`)
  }
  try {
    await load(lanes, 2, page)
    const { perSecond, p50, p99 } = await load(lanes, seconds, page)
    return [
      {
        name: 'queue',
        value: perSecond,
        unit: 'pages/s',
        p50,
        p99,
        limit: peer,
        ratio: perSecond / peer,
        rows,
        limitBy: 'Directus 11.17, same data (published with the design)',
      },
    ]
  } finally {
    client.close()
  }
}
