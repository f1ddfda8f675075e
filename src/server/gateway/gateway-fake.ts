import { type Channel, type Gateway, type Gateways, type Handed, handed } from './gateway.ts'

/** What a fake was given. */
export type Recorded = { readonly channel: Channel; readonly to: string; readonly text: string }

/** Gateways that keep in memory what they were given; `answer` may refuse. For tests and stories. */
export function fakeGateways(
  channels: readonly Channel[] = ['sms', 'phone', 'mail', 'wecom', 'dingtalk'],
  answer: (recorded: Recorded) => Handed = () => handed,
): { readonly gateways: Gateways; readonly recorded: Recorded[] } {
  const recorded: Recorded[] = []
  const fake = (channel: Channel): Gateway => ({
    channel,
    send: async (to, text) => {
      const one = { channel, to, text }
      recorded.push(one)
      return answer(one)
    },
  })
  return { gateways: Object.fromEntries(channels.map((channel) => [channel, fake(channel)])), recorded }
}
