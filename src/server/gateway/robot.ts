import { createHmac } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { askHttp } from './ask-http.ts'
import { type Gateway, type Handed, handed, notHanded } from './gateway.ts'

/** Busy: too many messages a minute. Every other code is a wrong address, key or signature. */
const busy = new Set([-1, 45009, 130101])

/** Both answer 200 whatever came of it, and say it in `errcode`. */
function judge(answer: string): Handed {
  try {
    const { errcode } = JSON.parse(answer) as { errcode?: unknown }
    return errcode === 0 ? handed : notHanded(`robot-${Number(errcode)}`, busy.has(Number(errcode)))
  } catch {
    return notHanded('no-json', false)
  }
}

const headers = { 'content-type': 'application/json; charset=utf-8' }
const asText = (content: string) => JSON.stringify({ msgtype: 'text', text: { content } })

/** A group robot of 企业微信. The address is its webhook, which carries its key. */
export function wecomRobot(): Gateway {
  return {
    channel: 'wecom',
    send: (to, text) => askHttp(to, { method: 'POST', headers, body: asText(text) }, judge),
  }
}

/**
 * A group robot of 钉钉. The address is its webhook; a robot that wants signatures has its secret behind a `#`, which is
 * never sent: timestamp and HMAC-SHA256 of "timestamp newline secret" under the secret go into the query instead.
 */
export function dingtalkRobot(clock: Clock): Gateway {
  return {
    channel: 'dingtalk',
    send: (to, text) =>
      askHttp(signedDingtalk(to, clock.now().getTime()), { method: 'POST', headers, body: asText(text) }, judge),
  }
}

/** The webhook with its signature at an instant (epoch milliseconds). */
export function signedDingtalk(to: string, at: number): string {
  const url = new URL(to)
  const secret = decodeURIComponent(url.hash.slice(1))
  url.hash = ''
  if (secret === '') return url.href
  url.searchParams.set('timestamp', String(at))
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64'))
  return url.href
}
