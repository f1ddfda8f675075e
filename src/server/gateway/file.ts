import { appendFile } from 'node:fs/promises'
import type { Clock } from '../clock.ts'
import { type Channel, type Gateway, handed, notHanded, whyOf } from './gateway.ts'

/** Appends what would have been sent to a file, one JSON line each: for trying out, as numbers stand in it. */
export function fileGateway(channel: Channel, file: string, clock: Clock): Gateway {
  return {
    channel,
    send: async (to, text) => {
      try {
        const line = JSON.stringify({ at: clock.now().toISOString(), channel, to, text })
        await appendFile(file, `${line}\n`, { mode: 0o600 })
        return handed
      } catch (error) {
        return notHanded(whyOf(error), true)
      }
    },
  }
}
