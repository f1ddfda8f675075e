import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Outcome } from '../../domain/demand/event.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import type { Pipeline } from '../command/handle.ts'
import { Fault } from '../fault.ts'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'
import { type Ask, claimsOf, classNow, shareAll, shareNow } from './words-for-claims.ts'

type Context = { readonly pipeline: Pick<Pipeline, 'submit'>; readonly subjectKeys: SubjectKeys }

const kinds: ReadonlySet<string> = new Set([
  ...['DemandMerged', 'ClaimJoined', 'DeedRecorded', 'CommitmentMade', 'DemandAnswered'],
  ...['DemandClosed', 'DemandWithdrawn', 'DemandRedirected', 'DemandReopened', 'DemandReclassed', 'PauseEnded'],
])

/**
 * Tells the streams of a merged matter of one another (并案, domain §2.6): the master hears who joined and what became of
 * each claim; each claim gets the master's deeds, promises and answer, in its own words and under its own key. A claim may be of
 * another realm, so each word is a command of its own, whose id follows from the event: said twice it is heard once. However
 * late the follower comes, a claim hears what was said after it joined, and of what was said before only what still stands.
 */
export function claimFollower(context: Context): Follower {
  return {
    name: 'claims',
    kinds,
    async handle(client, events) {
      for (const event of events)
        for (const ask of await asksOf(client, context, event)) await send(context.pipeline, ask)
    },
  }
}

async function asksOf(client: ClientBase, context: Context, event: PastEvent): Promise<readonly Ask[]> {
  const body = event.body as Record<string, unknown>
  switch (event.kind) {
    case 'DemandMerged':
      return [{ kind: 'claim.join', demand: String(body.master), body: { claim: event.stream }, cause: event }]
    case 'ClaimJoined': {
      const said = await shareAll(client, context.subjectKeys, event)
      return [...said, ...(await classNow(client, { master: event.stream, claim: String(body.claim), cause: event }))]
    }
    case 'DemandReclassed': {
      const asks: Ask[] = []
      for (const claim of await claimsOf(client, event.stream))
        asks.push(...(await classNow(client, { master: event.stream, claim, cause: event })))
      return asks
    }
    case 'PauseEnded': {
      // While it was paused it did not hear of a class.
      const master = await masterOf(client, event)
      const dueAt = String(body.dueAt)
      return master === null ? [] : classNow(client, { master, claim: event.stream, cause: event, dueAt })
    }
    case 'DeedRecorded':
    case 'CommitmentMade':
    case 'DemandAnswered': {
      if (body.shared === true || event.actor === 'system') return []
      return shareNow(client, context.subjectKeys, event)
    }
    default:
      return settled(client, event)
  }
}

/** A claim that ended, or was opened again: its master should know. */
async function settled(client: ClientBase, event: PastEvent): Promise<readonly Ask[]> {
  const master = await masterOf(client, event)
  if (master === null) return []
  const ends: Record<string, Outcome | null> = {
    DemandClosed: (event.body as { outcome?: Outcome }).outcome ?? 'none',
    DemandWithdrawn: 'none',
    DemandRedirected: 'none',
    DemandReopened: null,
  }
  const body = { claim: event.stream, outcome: ends[event.kind] ?? null }
  return [{ kind: 'claim.settle', demand: master, body, cause: event }]
}

/** The demand a stream is handled under; null where it is no claim. */
async function masterOf(client: ClientBase, { realm, stream }: PastEvent): Promise<string | null> {
  const { rows } = await client.query('select master from demand where realm = $1 and id = $2', [realm, stream])
  return rows[0]?.master ?? null
}

/** A refusal means that it was heard before, or that there is nothing left to hear: both are fine. */
async function send(pipeline: Context['pipeline'], { kind, demand, body, cause }: Ask): Promise<void> {
  const chance = createHash('sha256').update(`${kind} ${cause.realm} ${cause.position} ${demand}`).digest()
  const id = makeId(realmOfId(demand), new Date(cause.at).getTime(), chance)
  try {
    await pipeline.submit({ kind: 'system' }, { id, kind, body: { demand, ...body } })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
}
