import type { ClientBase } from 'pg'
import type { Finding } from './verify-finding.ts'

/** Every stream of a realm: versions without a gap, each event behind the one before, and the stream's own row at its end. */
export async function checkStreams(
  client: ClientBase,
  realm: number,
): Promise<{ readonly streams: number; readonly finding: Finding | null }> {
  const finding = (await brokenChain(client, realm)) ?? (await wrongHead(client, realm))
  const { rows } = await client.query('select count(*) as n from stream where realm = $1', [realm])
  return { streams: rows[0].n, finding }
}

async function brokenChain(client: ClientBase, realm: number): Promise<Finding | null> {
  const { rows } = await client.query(
    `select position::float8 as position, stream, version, batch::float8 as batch, before from (
       select position, stream, version, batch, prev, lag(version, 1, 0) over w as before, lag(hash, 1, '\\x') over w as head
       from event where realm = $1 window w as (partition by stream order by version)) as chained
     where version <> before + 1 or prev <> head order by chained.position limit 1`,
    [realm],
  )
  if (!rows[0]) return null
  const { position, stream, version, batch, before } = rows[0]
  if (version === before + 1)
    return {
      realm,
      what: 'changed',
      thing: 'event',
      position,
      stream,
      version,
      batch,
      why: 'it does not follow the event before it in its stream',
    }
  return {
    realm,
    what: 'removed',
    thing: 'event',
    stream,
    version: before + 1,
    why: `the next in its stream is version ${version} at position ${position}`,
  }
}

async function wrongHead(client: ClientBase, realm: number): Promise<Finding | null> {
  const { rows } = await client.query(
    `select coalesce(e.stream, s.stream) as stream, e.version as written, s.version as said
     from (select distinct on (stream) stream, noun, version, hash from event where realm = $1 order by stream, version desc) as e
     full join (select * from stream where realm = $1) as s on s.stream = e.stream
     where (e.noun, e.version, e.hash) is distinct from (s.noun, s.version, s.head) order by 1 limit 1`,
    [realm],
  )
  if (!rows[0]) return null
  const { stream, written, said } = rows[0]
  if (written === null)
    return { realm, what: 'removed', thing: 'stream', stream, why: `it should have ${said} events and has none` }
  if (said === null)
    return { realm, what: 'removed', thing: 'stream', stream, why: `it has ${written} events and no row` }
  if (said > written)
    return {
      realm,
      what: 'removed',
      thing: 'event',
      stream,
      version: written + 1,
      why: `the stream should end with version ${said}`,
    }
  return {
    realm,
    what: 'changed',
    thing: 'stream',
    stream,
    version: said,
    why: `its row does not fit its last event, version ${written}`,
  }
}
