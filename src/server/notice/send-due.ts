import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { makeId } from '../../domain/id.ts'
import type { Rules } from '../../domain/rules.ts'
import type { Clock } from '../clock.ts'
import type { Addresses } from '../gateway/addresses.ts'
import type { Gateways } from '../gateway/gateway.ts'
import type { Log } from '../log.ts'
import { randomTake } from '../random.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import {
  type Attempt,
  alreadyTook,
  type DueNotice,
  dueNotices,
  settleNotice,
  takeNotice,
  type Verdict,
} from './due-notice.ts'
import { makeDigests } from './make-digests.ts'
import { textOf } from './notice-text.ts'
import { type Address, addressesOf } from './recipient.ts'
import type { SendingRules } from './sending-rules.ts'

/** What sending works with. */
export type SendContext = {
  readonly db: { readonly writer: Pool }
  readonly clock: Clock
  readonly log: Log
  readonly rules: Pick<Rules, 'notices' | 'calendar'>
  readonly command: { readonly subjectKeys: SubjectKeys }
  readonly outgoing: {
    readonly gateways: Gateways
    readonly addresses: Addresses
    readonly sending: SendingRules
  }
}

/** Makes the day's digests when it is time, and sends every notice whose time has come. Gives how many were tried. */
export async function sendDueOnce(context: SendContext, stopped: () => boolean = () => false): Promise<number> {
  const { db, clock, rules, outgoing } = context
  await makeDigests(db.writer, { clock, notices: rules.notices, calendar: rules.calendar, ...outgoing })
  let tried = 0
  for (;;) {
    const due = await dueNotices(db.writer, clock.now(), outgoing.sending.ring.codes)
    if (due.length === 0) return tried
    for (const key of due) {
      if (stopped()) return tried
      const notice = await takeNotice(db.writer, key, clock.now(), outgoing.sending)
      if (!notice) continue
      await tryOne(context, notice)
      tried += 1
    }
  }
}

/** A notice that cannot even be tried (content that does not open, say) must not hold up those behind it. */
async function tryOne(context: SendContext, notice: DueNotice): Promise<void> {
  try {
    await sendOne(context, notice)
  } catch (error) {
    const { db, clock, log, outgoing } = context
    if (notice.tries === 1) log.error({ err: error, notice: notice.id, code: notice.code }, 'notice failed')
    const over = notice.tries >= outgoing.sending.retry.tries
    await settleNotice(db.writer, notice, clock.now(), [], {
      ...{ state: over ? 'failed' : 'queued', why: 'error', again: null },
    })
  }
}

async function sendOne(context: SendContext, notice: DueNotice): Promise<void> {
  const { db, clock, outgoing } = context
  const rings = outgoing.sending.ring.codes.includes(notice.code)
  const settle = (attempts: readonly Attempt[], verdict: Verdict) =>
    settleNotice(db.writer, notice, clock.now(), attempts, verdict)
  // Whoever made it urgent while it was in hand has to be told once, signed or not.
  const asksForSomebody = notice.cause === 'DemandRaised' || notice.cause === 'OrderOffered'
  if (rings && (asksForSomebody || notice.tries > 1) && (await isTakenUp(db.writer, notice)))
    return settle([], { state: notice.tries > 1 ? 'sent' : 'dropped', why: 'taken-up', again: null })
  const finding = { ...outgoing, clock, writer: db.writer, subjectKeys: context.command.subjectKeys }
  const found = await addressesOf(notice, { rings, again: rings && notice.tries > 1 }, finding)
  if (typeof found === 'string') return settle([], { state: 'dropped', why: found, again: null })
  if ('notBefore' in found) return settle([], { state: 'queued', why: 'not-now', again: found.notBefore })
  const took = rings ? new Set<string>() : await alreadyTook(db.writer, notice)
  const attempts: Attempt[] = []
  let later = false
  for (const address of found.filter(({ channel, place }) => !took.has(`${channel} ${place}`))) {
    const { attempt, retry } = await handOver(context, notice, address)
    attempts.push(attempt)
    later ||= retry
  }
  await settle(attempts, verdictOn(context, notice, attempts, { later, rings, before: took.size }))
}

async function handOver(context: SendContext, notice: DueNotice, { channel, place, to }: Address) {
  const { gateways } = context.outgoing
  const { zh } = textOf(context.rules.notices, notice.code, notice.params)
  const handed = await gateways[channel]?.send(to, zh, markOf(context, notice, { channel, place }))
  const outcome = handed?.ok ? 'sent' : (handed?.why ?? 'no-gateway')
  // Once: the log of what was sent has every try.
  if (!handed?.ok && notice.tries === 1) context.log.warn({ gateway: channel, code: notice.code, outcome }, 'not sent')
  const id = makeId(notice.realm, context.clock.now().getTime(), randomTake(8))
  return { attempt: { id, gateway: channel, place, outcome }, retry: handed?.ok === false && handed.retry }
}

/**
 * The same on every try of one notice at one address, so that a provider which took a try whose answer was lost knows the
 * next as the same; another one for each ring of what rings. A hash: no provider can join two notices of a matter by it.
 */
function markOf(
  { outgoing }: SendContext,
  { id, code, tries }: DueNotice,
  { channel, place }: Pick<Address, 'channel' | 'place'>,
): string {
  const ring = outgoing.sending.ring.codes.includes(code) ? ` ${tries}` : ''
  return createHash('sha256').update(`${id} ${channel} ${place}${ring}`).digest('hex').slice(0, 32)
}

function verdictOn(
  { clock, outgoing: { sending } }: SendContext,
  notice: DueNotice,
  attempts: readonly Attempt[],
  { later, rings, before }: { later: boolean; rings: boolean; before: number },
): Verdict {
  if (rings) {
    const again = new Date(clock.now().getTime() + sending.ring.everyMinutes * 60_000)
    return { state: 'queued', why: null, again }
  }
  const failed = attempts.find(({ outcome }) => outcome !== 'sent')
  if (later && notice.tries < sending.retry.tries) return { state: 'queued', why: failed?.outcome ?? null, again: null }
  // One of several addresses is enough to have told them.
  const told = before > 0 || attempts.some(({ outcome }) => outcome === 'sent')
  return { state: told ? 'sent' : 'failed', why: failed?.outcome ?? null, again: null }
}

/** Whether somebody answered the bell: triaged where triage was asked, signed where an order was offered. */
async function isTakenUp(pool: Pool, { realm, demand, cause, to_unit }: DueNotice): Promise<boolean> {
  const { rows } = await pool.query(
    `select case when $3 = 'DemandRaised' then state = 'raised'
       else order_state = 'offered' and lead_unit = $4 and closed_at is null end as waits
     from demand where realm = $1 and id = $2`,
    [realm, demand, cause, to_unit],
  )
  return rows[0]?.waits !== true
}
