import { connect, type Socket } from 'node:net'

/**
 * A client with one kept connection per lane and as little work per request as can be: what it costs is taken from the
 * two cores that the server is measured on. Reads answers with a content-length, which is what the server sends.
 */
export class Client {
  readonly #lanes: Lane[]

  constructor(port: number, lanes: number) {
    this.#lanes = Array.from({ length: lanes }, () => new Lane(port))
  }

  /** Sends one request and reads the whole answer; throws on any status but 200. A lane sends one at a time. */
  send(lane: number, method: string, path: string, headers: string, body = ''): Promise<string> {
    const length = body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` : ''
    const at = this.#lanes[lane] as Lane
    return at.ask(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}${length}\r\n${body}`)
  }

  close(): void {
    for (const lane of this.#lanes) lane.close()
  }
}

class Lane {
  readonly #socket: Socket
  #read: Buffer = Buffer.alloc(0)
  #waiting: { resolve: (text: string) => void; reject: (error: Error) => void } | undefined

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (part) => this.#take(part))
    this.#socket.on('error', (error) => this.#waiting?.reject(error))
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')))
  }

  ask(request: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #take(part: Buffer): void {
    this.#read = this.#read.length === 0 ? part : Buffer.concat([this.#read, part])
    const end = this.#read.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#read.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
    if (!Number.isInteger(length)) {
      this.#waiting?.reject(new Error(`an answer without a length: ${head}`))
      return
    }
    if (this.#read.length < end + 4 + length) return
    const body = this.#read.toString('utf8', end + 4, end + 4 + length)
    this.#read = this.#read.subarray(end + 4 + length)
    if (head.startsWith('HTTP/1.1 200')) this.#waiting?.resolve(body)
    else this.#waiting?.reject(new Error(`${head.slice(0, 40)} ${body}`))
  }
}
