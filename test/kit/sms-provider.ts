import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/**
 * Stands in for a provider of texts as operators find them: wants a signature over time, mark, number and text, refuses an
 * old one, and delivers a message once however often its mark comes. What it does with the next requests can be told.
 */
export class SmsProvider {
  readonly #server: Server
  /** Texts that went out to phones. */
  readonly delivered: { readonly to: string; readonly text: string; readonly id: string }[] = []
  /** Every request that was signed as it should be, by mark. */
  readonly taken: string[] = []
  refused = 0
  /** Of the next requests: busy, takes it and never answers, takes it and cuts the line. */
  readonly next: ('busy' | 'hang' | 'cut')[] = []

  constructor(secret: string, now: () => Date) {
    this.#server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        const { to, text, id, time } = JSON.parse(body) as Record<'to' | 'text' | 'id' | 'time', string>
        const sign = createHmac('sha256', secret).update(`${time}\n${id}\n${to}\n${text}`).digest('hex')
        const fresh = Math.abs(now().getTime() / 1000 - Number(time)) < 300
        if (request.headers['x-sign'] !== sign || !fresh) {
          this.refused += 1
          response.end('{"code":403}')
          return
        }
        this.taken.push(id)
        const does = this.next.shift()
        if (does === 'busy') {
          response.writeHead(503).end()
          return
        }
        if (!this.delivered.some((each) => each.id === id)) this.delivered.push({ to, text, id })
        if (does === 'cut') (request.socket as Socket).destroy()
        else if (does !== 'hang') response.end('{"code":0}')
      })
    })
  }

  /** Starts to listen; gives the settings an operator writes down for it. */
  async open(secret: string): Promise<Readonly<Record<string, string>>> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return {
      SMS_URL: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/send`,
      SMS_HEADERS: '{"content-type":"application/json","x-sign":"{sign}"}',
      SMS_BODY: '{"to":"{to}","text":"{text}","id":"{id}","time":"{time}"}',
      SMS_EXPECT: '"code":0',
      SMS_SECRET: secret,
    }
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
