import type { ClientBase } from 'pg'
import type { DemandAnswered } from '../../domain/demand/event.ts'
import { realmOfId } from '../../domain/id.ts'
import type { CommandKind } from '../../protocol/command.ts'
import type { PastEvent } from '../ledger/past-event.ts'
import { openPart } from '../vault/content.ts'
import type { SubjectKeys } from '../vault/subject-keys.ts'

/** A word for a stream of a merged matter. `cause`: the event it tells of; told when a claim joined and again later it is one. */
export type Ask = {
  readonly kind: CommandKind
  readonly demand: string
  readonly body: Readonly<Record<string, unknown>>
  readonly cause: Pick<PastEvent, 'realm' | 'position' | 'at'>
}

/** What is told to claims, and after what it no longer stands. A deed stays done; a matter opened again has no answer. */
const endsWith: Readonly<Record<string, readonly string[]>> = {
  DeedRecorded: [],
  CommitmentMade: ['DemandReopened', 'CommitmentContradicted', 'CommitmentKept', 'CommitmentUnmet'],
  DemandAnswered: ['DemandReopened'],
}

/** What the master did, promised or answered just now, for every claim that hears of it. */
export async function shareNow(client: ClientBase, keys: SubjectKeys, said: PastEvent): Promise<readonly Ask[]> {
  const asks: Ask[] = []
  for (const claim of await toldOf(client, said)) asks.push(await shared(client, keys, said, claim))
  return asks
}

/** What the master had done, been promised and answered before this claim joined; a promise that is over is none. */
export async function shareAll(client: ClientBase, keys: SubjectKeys, joined: PastEvent): Promise<readonly Ask[]> {
  const { claim } = joined.body as { claim: string }
  const { rows } = await client.query<PastEvent>(
    `select realm, position, stream, version, noun, kind, body, actor, rules, at from event
     where realm = $1 and stream = $2 and kind = any($3) order by version`,
    [joined.realm, joined.stream, Object.entries(endsWith).flat(2)],
  )
  const stands = ({ kind, version }: PastEvent) =>
    kind in endsWith && !rows.some((row) => row.version > version && endsWith[kind]?.includes(row.kind))
  const asks: Ask[] = []
  for (const row of rows) if (stands(row)) asks.push(await shared(client, keys, row, claim))
  return asks
}

/** The deed, the promise or the answer of the master, opened in memory only, to be sealed under the claim's own key. */
async function shared(client: ClientBase, keys: SubjectKeys, event: PastEvent, claim: string): Promise<Ask> {
  const body = event.body as { content: { text: { id: string } } } & Record<string, unknown>
  const texts = await openPart(client, keys, realmOfId(event.stream), event.stream, 'text', 'machine')
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

/**
 * The class and the due an open master has by now, where it was given another class than it was sorted with.
 * @param dueAt the due to be told instead: what a pause of the claim moved stays moved
 */
export async function classNow(
  client: ClientBase,
  { master, claim, cause, dueAt }: { master: string; claim: string; cause: Ask['cause']; dueAt?: string },
): Promise<readonly Ask[]> {
  const { rows } = await client.query(
    `select urgency, difficulty, due_at from demand where realm = $1 and id = $2 and closed_at is null and due_at is not null
     and exists (select from event where realm = $1 and stream = $2 and kind = 'DemandReclassed')`,
    [realmOfId(master), master],
  )
  return rows.map(({ urgency, difficulty, due_at }) => {
    const body = { urgency, difficulty, dueAt: dueAt ?? due_at.toISOString() }
    return { kind: 'claim.reclass', demand: claim, body, cause }
  })
}

/** Claims that hear of this: those the master knew when it said so, and the others while it stands. */
async function toldOf(client: ClientBase, { realm, stream, version, kind }: PastEvent): Promise<readonly string[]> {
  const { rows } = await client.query(
    `select version, kind, body ->> 'claim' as claim from event
     where realm = $1 and stream = $2 and (kind = 'ClaimJoined' and version < $3 or kind = any($4) and version > $3)`,
    [realm, stream, version, endsWith[kind]],
  )
  const known = rows.flatMap((row) => (row.kind === 'ClaimJoined' ? [String(row.claim)] : []))
  return known.length < rows.length ? known : claimsOf(client, stream)
}

/** Claims handled under a master, of whatever realm [index demand_master]. */
export async function claimsOf(client: ClientBase, master: string): Promise<readonly string[]> {
  const { rows } = await client.query('select id from demand where master = $1 order by realm, id', [master])
  return rows.map((row) => String(row.id))
}
