import { Agent, request } from 'node:http'

/** A client with one kept connection per lane: what a browser or a gateway does, without a browser's cost. */
export class Client {
  readonly #agents: Agent[]
  readonly #port: number

  constructor(port: number, lanes: number) {
    this.#port = port
    this.#agents = Array.from({ length: lanes }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  }

  /** Sends and reads the whole answer; throws on any status but 200. */
  send(lane: number, method: string, path: string, headers: Record<string, string>, body?: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const length =
        body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          agent: this.#agents[lane],
          headers: { ...headers, ...length },
        },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (part: string) => {
            text += part
          })
          answer.on('end', () =>
            answer.statusCode === 200
              ? resolve(text)
              : reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`)),
          )
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    for (const agent of this.#agents) agent.destroy()
  }
}
