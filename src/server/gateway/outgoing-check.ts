import type { Check } from '../doctor-checks.ts'
import { readAddresses } from './addresses.ts'
import type { Outgoing } from './outgoing.ts'

/** Which ways out are configured, and what is not sent for want of one. A book of addresses that cannot be read is not well. */
export function outgoingCheck(outgoing: Outgoing): Check {
  const name = 'notices'
  const { sms, phone, mail, log } = outgoing
  try {
    const { unions, people } = readAddresses(outgoing.addresses).size
    const book = `addresses of ${unions} unions and ${people} people`
    if (log !== undefined) return { name, ok: true, detail: `appended to ${log}, nothing is sent; ${book}` }
    const ways = [sms ? 'SMS' : '', phone ? 'ringing' : '', mail ? 'mail' : ''].filter(Boolean)
    const missing = [
      sms ? '' : 'no SMS: workers are told on the follow page only',
      phone ? '' : 'no ringing: a danger to life rings nobody',
      unions + people > 0 ? '' : 'no addresses: cadres are told at the desk only',
    ].filter(Boolean)
    return { name, ok: true, detail: [ways.join(', ') || 'no gateway', book, ...missing].join('; ') }
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : 'the addresses cannot be read' }
  }
}
