import { batchMac, commandHash, eventHash } from './canonical.ts'
import { merkleRoot } from './merkle.ts'
import type { Finding } from './verify-finding.ts'
import type { BatchRow, CommandRow, EventRow } from './verify-read.ts'

/** Where the walk stands in a realm: the last batch that held. */
export type Reached = { readonly n: number; readonly position: number; readonly mac: Buffer }
/** A batch with everything that says it belongs to it. */
export type Held = {
  readonly batch: BatchRow
  readonly events: readonly EventRow[]
  readonly commands: readonly CommandRow[]
  /** The event that stands next behind the batch. */
  readonly beyond: EventRow | undefined
}

const notOurs = 'its seal was not made with this key file, or its row was changed after sealing'

/** The batch's own row: its number, its seal, and that it follows the one before. */
export function checkSeal(key: Buffer, reached: Reached, b: BatchRow): Finding | null {
  const expected = reached.n + 1
  const found = (what: Finding['what'], batch: number, why: string): Finding => ({
    realm: b.realm,
    thing: 'batch',
    what,
    batch,
    why,
  })
  if (b.n < expected) return found('added', b.n, 'batches are counted from 1')
  if (!batchMac(key, b).equals(b.mac) || b.odd) {
    const own = ownNumber(key, b, expected)
    return own === null ? found('changed', b.n, notOurs) : found('reordered', b.n, `it was sealed as batch ${own}`)
  }
  if (b.n > expected) return found('removed', expected, `the next one is batch ${b.n}`)
  if (!b.prev.equals(reached.mac)) return found('changed', b.n, 'it does not follow the batch before it')
  if (b.first !== reached.position + 1)
    return found('changed', b.n, 'its events do not follow those of the batch before')
  return null
}

function ownNumber(key: Buffer, b: BatchRow, around: number): number | null {
  for (let n = Math.max(1, around - 100); n <= around + 100; n += 1)
    if (n !== b.n && batchMac(key, { ...b, n }).equals(b.mac)) return n
  return null
}

/** Every event of a batch whose seal holds: gapless, unchanged, in place. */
export function checkEvents(held: Held): Finding | null {
  const { batch, events } = held
  let expected = batch.first
  for (const [at, e] of events.entries()) {
    if (e.position > expected) return eventRemoved(held, expected)
    if (e.position < expected) return eventFound('added', e, 'positions are counted from 1')
    if (!eventHash(e).equals(e.hash) || e.odd) return misfit(e, events[at - 1], batch)
    if (e.batch !== batch.n) return eventFound('changed', e, `it stands among the events of batch ${batch.n}`)
    expected += 1
  }
  return expected <= batch.last ? eventRemoved(held, expected) : null
}

function eventFound(what: Finding['what'], e: EventRow, why: string): Finding {
  const { realm, position, stream, version, batch } = e
  return { realm, what, thing: 'event', position, stream, version, batch, why }
}

/** An event whose hash does not fit it: moved here from another place, pushed on by one that was put in, or changed. */
function misfit(e: EventRow, before: EventRow | undefined, batch: BatchRow): Finding {
  const from = Math.max(1, batch.first - 10_000)
  for (let position = from; position <= batch.last + 10_000; position += 1) {
    if (position === e.position || !eventHash({ ...e, position }).equals(e.hash)) continue
    if (position === e.position - 1 && before)
      return eventFound('added', before, `it stands where the event now at ${e.position} stood`)
    return eventFound('reordered', e, `it was written at position ${position}`)
  }
  return eventFound('changed', e, 'it does not fit its hash')
}

/** Names the event that is gone from what its command says came of it. */
function eventRemoved({ batch, events, commands }: Held, position: number): Finding {
  const next = events.find((e) => e.position > position)?.position ?? batch.last + 1
  const gone = goneFrom(events, commands, position, next - position)
  const why =
    next - position === 1 ? 'the batch counts it' : `the batch counts it and the ${next - position - 1} after it`
  return { realm: batch.realm, what: 'removed', thing: 'event', position, batch: batch.n, ...gone, why }
}

function goneFrom(events: readonly EventRow[], commands: readonly CommandRow[], position: number, count: number) {
  let maybe: { stream: string; version?: number; command: string } | null = null
  for (const { id, outcome } of commands) {
    const accepted = acceptedOf(outcome)
    if (!accepted) continue
    const { stream, version } = accepted
    const mine = events.filter((e) => e.command === id)
    const before = mine.findLast((e) => e.position < position)
    const after = mine.find((e) => e.position > position)
    if (!before && !after) return { stream, command: id, ...(count === 1 && { version }) }
    if (before && before.version < (after?.version ?? version + 1) - 1)
      return { stream, command: id, version: before.version + 1 }
    if (!before && after?.position === position + 1) maybe = { stream, command: id, version: after.version - 1 }
  }
  return maybe
}

/** Every command of a batch: as many as were sealed, in order, and each says of its events what is so. */
export function checkCommands({ batch, events, commands, beyond }: Held): Finding | null {
  const { realm, n } = batch
  const found = (what: Finding['what'], command: string | undefined, why: string): Finding => ({
    ...{ realm, what, thing: 'command', batch: n, why },
    ...(command && { command }),
  })
  const known = new Set(commands.map((c) => c.id))
  const extra = commands.find((c, at) => c.ordinal !== at + 1)
  if (commands.length < batch.commands) {
    const orphan = events.find((e) => !known.has(e.command))
    return found('removed', orphan?.command, `the batch has ${batch.commands} commands, ${commands.length} are there`)
  }
  if (commands.length > batch.commands)
    return found('added', commands.at(-1)?.id, `the batch has ${batch.commands} commands, ${commands.length} are there`)
  if (extra) return found('reordered', extra.id, `it is number ${extra.ordinal} of ${commands.length}`)
  for (const c of commands) {
    if (c.odd) return found('changed', c.id, 'its instant is not one the ledger writes')
    const mine = events.filter((e) => e.command === c.id)
    const accepted = acceptedOf(c.outcome)
    // A command may move two streams (a post handed over); its outcome speaks of the one it was sent to.
    const last = accepted ? mine.findLast((e) => e.stream === accepted.stream) : mine.at(-1)
    // An event of this batch that stands behind it was pushed on by one that was put in.
    if (accepted && last && last.version !== accepted.version && beyond?.batch === n)
      return eventFound('added', last, `it pushed on the event now at position ${beyond.position}`)
    if (accepted ? last?.version !== accepted.version : last !== undefined)
      return found('changed', c.id, 'its outcome does not fit the events that came of it')
  }
  const orphan = events.find((e) => !known.has(e.command))
  return orphan ? found('removed', orphan.command, `the event at position ${orphan.position} came of it`) : null
}

function acceptedOf(outcome: string): { stream: string; version: number } | null {
  try {
    const { accepted } = JSON.parse(outcome)
    return typeof accepted?.stream === 'string' ? accepted : null
  } catch {
    return null
  }
}

/** The Merkle root over all of it; what it cannot tell is which leaf was changed. */
export function checkRoot({ batch, events, commands }: Held): Finding | null {
  const leaves = commands.map(commandHash)
  const eventLeaves = events.map((e) => e.hash)
  const fits = (list: readonly Buffer[]) => merkleRoot([...eventLeaves, ...list]).equals(batch.root)
  if (fits(leaves)) return null
  const { realm, n } = batch
  for (let a = 0; a < leaves.length; a += 1)
    for (let b = a + 1; b < leaves.length; b += 1) {
      const swapped = leaves.with(a, leaves[b] as Buffer).with(b, leaves[a] as Buffer)
      const command = commands[a]?.id as string
      if (fits(swapped))
        return {
          realm,
          what: 'reordered',
          thing: 'command',
          batch: n,
          command,
          why: `it changed places with ${commands[b]?.id}`,
        }
    }
  // Events whose hash fits them can still be forged; a command alone in a batch without events cannot hide behind others.
  if (events.length === 0 && commands.length === 1)
    return {
      realm,
      what: 'changed',
      thing: 'command',
      batch: n,
      command: commands[0]?.id as string,
      why: 'it is not what was sealed',
    }
  const where = events.length > 0 ? `events at positions ${batch.first} to ${batch.last} or ` : ''
  const why = `what it holds is not what was sealed: ${where}commands ${commands.map((c) => c.id).join(', ')}`
  return { realm, what: 'changed', thing: 'batch', batch: n, why }
}
