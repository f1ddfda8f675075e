import type { Pool } from 'pg'
import { nextSafe } from '../../domain/contact-wishes.ts'
import { onDuty } from '../account/on-duty.ts'
import type { Clock } from '../clock.ts'
import { type Addresses, joined, type Places } from '../gateway/addresses.ts'
import type { Channel, Gateways } from '../gateway/gateway.ts'
import { type PhoneOpening, workerContact } from '../vault/worker-contact.ts'
import type { DueNotice } from './due-notice.ts'
import { concerns, staffOf } from './staff-of.ts'

/** One address on one channel; `place` counts the recipient's addresses there. */
export type Address = { readonly channel: Channel; readonly place: number; readonly to: string }

/** What finding an address needs. */
export type Finding = PhoneOpening & {
  readonly clock: Clock
  readonly gateways: Gateways
  readonly addresses: Addresses
}

/** Where cadres are told; a phone rings only for what rings. */
const quietly: readonly Channel[] = ['wecom', 'dingtalk', 'mail', 'sms']

/**
 * Where a notice goes: a worker by SMS, if a number was left; a union and its people where the operator's book says.
 * Or the code of why it goes nowhere, or until when a worker wants nothing.
 */
export async function addressesOf(
  notice: DueNotice,
  { rings, again }: { readonly rings: boolean; readonly again: boolean },
  finding: Finding,
): Promise<readonly Address[] | string | { readonly notBefore: Date }> {
  if (notice.to_kind === 'worker') return addressOfWorker(notice, finding)
  const places = await placesOf(notice, rings, finding)
  if (places === null) return 'nobody'
  const listed = (channels: readonly Channel[]) =>
    channels.flatMap((channel) => (places[channel] ?? []).map((to, place) => ({ channel, place, to })))
  const wanted = rings ? listed(['phone', ...quietly]) : listed(quietly)
  if (wanted.length === 0) return 'no-address'
  const reachable = wanted.filter(({ channel }) => finding.gateways[channel])
  if (reachable.length === 0) return 'no-gateway'
  // It rings again and again, but nobody needs the same mail every five minutes.
  const ringing = reachable.filter(({ channel }) => channel === 'phone')
  return again && ringing.length > 0 ? ringing : reachable
}

/** By text, unless the worker wants neither calls nor texts; in the hours that are safe (domain §4 rule 17). */
async function addressOfWorker(
  { realm, demand }: DueNotice,
  finding: Finding,
): Promise<readonly Address[] | string | { readonly notBefore: Date }> {
  if (!finding.gateways.sms) return 'no-gateway'
  if (!demand) return 'no-phone'
  const { phone, wishes } = await workerContact(finding, realm, demand)
  if (!phone) return 'no-phone'
  if (wishes?.how === 'none') return 'not-wanted'
  const now = finding.clock.now().getTime()
  const safe = nextSafe(now, wishes ?? {})
  return safe > now ? { notBefore: new Date(safe) } : [{ channel: 'sms', place: 0, to: phone }]
}

/** Read when it is sent: who holds the post now, and whether it is still held. */
async function placesOf(notice: DueNotice, rings: boolean, finding: Finding): Promise<Places | null> {
  const { writer, addresses } = finding
  if (notice.to_kind === 'post') return (await placesOfPosts(writer, [notice.to_post ?? 0], addresses))[0] ?? null
  const { rows } = await writer.query('select name from unit where id = $1', [notice.to_unit])
  if (!rows[0]) return null
  const union = addresses.ofUnion(rows[0].name, notice.to_section)
  return rings ? joined([union, ...(await peopleToRing(notice, finding))]) : union
}

async function placesOfPosts(
  client: Pick<Pool, 'query'>,
  posts: readonly number[],
  addresses: Addresses,
): Promise<readonly Places[]> {
  const { rows } = await client.query(
    `select a.login from post p join account a on a.id = p.account
     where p.id = any($1::integer[]) and p.valid_to is null and a.disabled_at is null order by p.id`,
    [posts],
  )
  return rows.map(({ login }) => addresses.ofPerson(login))
}

/**
 * Who is on duty there, or nearest above; where the roster is empty, everyone at the union who may know of it: a danger to
 * life asks nobody's hours.
 */
async function peopleToRing(notice: DueNotice, { writer, addresses, clock }: Finding): Promise<readonly Places[]> {
  const client = await writer.connect()
  try {
    const { rows } = await client.query('select restricted, blocked_posts from demand where realm = $1 and id = $2', [
      notice.realm,
      notice.demand,
    ])
    const { restricted = null, blocked_posts = [] } = rows[0] ?? {}
    const staff = await staffOf(client, notice.to_unit === null ? [] : [notice.to_unit], addresses)
    const duty = notice.to_unit === null ? null : await onDuty(client, notice.to_unit, clock.now())
    if (duty)
      return await placesOfPosts(
        client,
        duty.posts.filter((post) => !blocked_posts.includes(post)),
        addresses,
      )
    return [...staff.values()]
      .flat()
      .filter((each) => concerns(each, notice.to_section, restricted !== null) && !blocked_posts.includes(each.post))
      .map(({ places }) => places)
  } finally {
    client.release()
  }
}
