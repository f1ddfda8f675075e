import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { DemandAnswered, Outcome } from '../../domain/demand/event.ts'
import { makeId, realmOfId } from '../../domain/id.ts'
import type { CommandKind } from '../../protocol/command.ts'
import type { Pipeline } from '../command/handle.ts'
import { Fault } from '../fault.ts'
import type { Follower } from '../follow/follow.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { openPart } from '../vault/content.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'

type Context = { readonly pipeline: Pick<Pipeline, 'submit'>; readonly subjectKeys: SubjectKeys }
/** `cause`: the event it tells of. A deed told when the claim joined and again when the feed comes to it is one command. */
type Ask = {
  readonly kind: CommandKind
  readonly demand: string
  readonly body: Readonly<Record<string, unknown>>
  readonly cause: Pick<PastEvent, 'realm' | 'position' | 'at'>
}

const kinds: ReadonlySet<string> = new Set([
  ...['DemandMerged', 'ClaimJoined', 'DeedRecorded', 'CommitmentMade', 'DemandAnswered'],
  ...['DemandClosed', 'DemandWithdrawn', 'DemandRedirected', 'DemandReopened'],
])

/**
 * Tells the streams of a merged matter of one another (并案, domain §2.6): the master hears who joined and what became of
 * each claim; each claim gets the master's deeds, promises and answer, in its own words and under its own key. A claim may be of
 * another realm, so each word is a command of its own, whose id follows from the event: said twice it is heard once.
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
    case 'ClaimJoined':
      return shareAll(client, context, event.stream, String(body.claim))
    case 'DeedRecorded':
    case 'CommitmentMade':
    case 'DemandAnswered': {
      if (body.shared === true || event.actor === 'system') return []
      const asks: Ask[] = []
      for (const claim of await claimsOf(client, event.stream)) asks.push(await shared(client, context, event, claim))
      return asks
    }
    default:
      return settled(client, event)
  }
}

/** A claim that ended, or was opened again: its master should know. */
async function settled(client: ClientBase, event: PastEvent): Promise<readonly Ask[]> {
  const { rows } = await client.query('select master from demand where realm = $1 and id = $2', [
    event.realm,
    event.stream,
  ])
  const master: string | null = rows[0]?.master ?? null
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

/** What the master had done, been promised and answered before this claim joined; a promise that is over is none. */
async function shareAll(client: ClientBase, context: Context, master: string, claim: string): Promise<readonly Ask[]> {
  const { rows } = await client.query<PastEvent>(
    `select realm, position, stream, version, noun, kind, body, actor, rules, at from event
     where realm = $1 and stream = $2 and kind = any($3) order by version`,
    [realmOfId(master), master, ['DeedRecorded', 'CommitmentMade', 'DemandAnswered', 'DemandReopened', ...promiseOver]],
  )
  const reopened = rows.findLastIndex((row) => row.kind === 'DemandReopened')
  const over = rows.findLastIndex((row) => row.kind === 'DemandReopened' || promiseOver.includes(row.kind))
  const stands = (kind: string, n: number) =>
    kind === 'DeedRecorded' || (kind === 'DemandAnswered' && n > reopened) || (kind === 'CommitmentMade' && n > over)
  const asks: Ask[] = []
  for (const [n, row] of rows.entries()) if (stands(row.kind, n)) asks.push(await shared(client, context, row, claim))
  return asks
}

const promiseOver: readonly string[] = ['CommitmentContradicted', 'CommitmentKept', 'CommitmentUnmet']

/** The deed, the promise or the answer of the master, opened in memory only, to be sealed under the claim's own key. */
async function shared(client: ClientBase, context: Context, event: PastEvent, claim: string): Promise<Ask> {
  const body = event.body as { content: { text: { id: string } } } & Record<string, unknown>
  const texts = await openPart(client, context.subjectKeys, realmOfId(event.stream), event.stream, 'text')
  const text = texts.get(body.content.text.id)?.value ?? '—'
  if (event.kind === 'DeedRecorded')
    return { kind: 'claim.deed', demand: claim, body: { deed: body.deed, text }, cause: event }
  if (event.kind === 'CommitmentMade') {
    const { promisedOn, promisor } = body
    return { kind: 'claim.promise', demand: claim, body: { promisedOn, promisor, text }, cause: event }
  }
  const { claim: said, callback, sameUnit, callbackDueAt } = body as unknown as DemandAnswered
  const answer = { claim: said, callback, sameUnit, callbackDueAt, text }
  return { kind: 'claim.answer', demand: claim, body: answer, cause: event }
}

/** Claims handled under a master, of whatever realm [index demand_master]. */
async function claimsOf(client: ClientBase, master: string): Promise<readonly string[]> {
  const { rows } = await client.query('select id from demand where master = $1 order by realm, id', [master])
  return rows.map((row) => String(row.id))
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
