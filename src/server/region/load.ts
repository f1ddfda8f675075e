import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { type EditionAbout, nodesOf, type RegionNode, readEdition } from './edition.ts'

/**
 * What loading one file did. `unchanged`: the same edition with the same bytes was there. `older`: a later edition of
 * the same area is in force, nothing was done. Counts are nodes; `renamed` ones are closed and opened again.
 */
export type RegionLoad = {
  edition: string
  state: 'loaded' | 'unchanged' | 'older'
  nodes: number
  opened: number
  closed: number
  renamed: number
}

export type RegionLoadOptions = {
  /** The instant to book as loaded, from the caller's clock. */
  at: Date
  /** Also load the editions marked fictional: for demo, story and test databases, never for a real one. */
  fictional?: boolean
  onProgress?: (line: string) => void
}

/** Loads every edition of a folder, oldest first. Each edition is one transaction; the client must not be in one. */
export async function loadRegions(
  client: pg.ClientBase,
  dir: string,
  options: RegionLoadOptions,
): Promise<RegionLoad[]> {
  const loads: RegionLoad[] = []
  for (const { file, about, csv } of await editionsIn(dir, options)) {
    loads.push(await loadEdition(client, file, about, csv, options))
  }
  return loads
}

async function editionsIn(dir: string, { fictional = false }: Pick<RegionLoadOptions, 'fictional'>) {
  const files = (await readdir(dir)).filter((name) => name.endsWith('.csv')).map((name) => join(dir, name))
  const all = await Promise.all(files.map(async (file) => ({ file, ...(await readEdition(file)) })))
  const editions = all.filter(({ about }) => fictional || !about.fictional)
  return editions.sort((a, b) => a.about.validFrom.localeCompare(b.about.validFrom) || a.file.localeCompare(b.file))
}

/** Loads one file `<edition>.csv`, its yaml beside it. @throws RegionFileFault before anything is written. */
export async function loadRegionFile(
  client: pg.ClientBase,
  csvFile: string,
  options: RegionLoadOptions,
): Promise<RegionLoad> {
  const { about, csv } = await readEdition(csvFile)
  return loadEdition(client, csvFile, about, csv, options)
}

async function loadEdition(
  client: pg.ClientBase,
  file: string,
  about: EditionAbout,
  csv: Buffer,
  { at, onProgress }: RegionLoadOptions,
): Promise<RegionLoad> {
  const still = { edition: about.edition, nodes: about.nodes, opened: 0, closed: 0, renamed: 0 }
  const known = await client.query('select 1 from region_edition where edition = $1 and sha256 = $2', [
    about.edition,
    about.sha256,
  ])
  if (known.rowCount) return { ...still, state: 'unchanged' }
  const nodes = nodesOf(basename(file), csv, about)
  onProgress?.(`regions ${about.edition}: ${nodes.length} nodes`)
  await client.query('begin')
  try {
    // Two starts at once load one after the other; the second finds nothing to do.
    await client.query('lock table region_edition in share row exclusive mode')
    const load = (await isOlder(client, about))
      ? ({ ...still, state: 'older' } as const)
      : ({ ...still, ...(await replaceNodes(client, about, nodes, at)), state: 'loaded' } as const)
    await client.query('commit')
    onProgress?.(`regions ${about.edition}: ${load.opened} opened, ${load.closed} closed, ${load.renamed} renamed`)
    return load
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function isOlder(client: pg.ClientBase, about: EditionAbout): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from region r join region_edition e using (edition)
     where left(r.code, 2) = any ($1) and e.edition <> $2 and e.valid_from > $3 limit 1`,
    [about.covers, about.edition, about.validFrom],
  )
  return Boolean(rowCount)
}

async function replaceNodes(client: pg.ClientBase, about: EditionAbout, nodes: RegionNode[], at: Date) {
  await client.query(
    `insert into region_edition (edition, source, loaded_at, valid_from, nodes, sha256) values ($1, $2, $3, $4, $5, $6)
     on conflict (edition) do update set source = excluded.source, loaded_at = excluded.loaded_at,
       valid_from = excluded.valid_from, nodes = excluded.nodes, sha256 = excluded.sha256`,
    [about.edition, about.source, at, about.validFrom, about.nodes, about.sha256],
  )
  await fillIncoming(client, nodes)
  const closed = await client.query(
    `update region r set valid_to = $1
     where r.valid_to is null and left(r.code, 2) = any ($2)
       and not exists (select from region_incoming i where i.code = r.code)`,
    [about.validFrom, about.covers],
  )
  const renamed = await client.query(
    `update region r set valid_to = $1, successor = r.code
     from region_incoming i
     where i.code = r.code and r.valid_to is null and left(r.code, 2) = any ($2)
       and (r.name, r.parent, r.realm) is distinct from (i.name, i.parent, i.realm)`,
    [about.validFrom, about.covers],
  )
  // A corrected file of the edition in force meets its own rows: those are set right in place, as if they had never
  // been otherwise, because an interval of no length was never in force.
  const opened = await client.query(
    `insert into region (code, valid_from, name, level, parent, realm, edition)
     select i.code, $1, i.name, i.level, i.parent, i.realm, $2 from region_incoming i
     where not exists (select from region r where r.code = i.code and r.valid_to is null)
     on conflict (code, valid_from) do update set valid_to = null, successor = null, name = excluded.name,
       level = excluded.level, parent = excluded.parent, realm = excluded.realm, edition = excluded.edition`,
    [about.validFrom, about.edition],
  )
  await client.query(
    `update region r set successor = i.code
     from region_incoming i, unnest(i.replaces) as old
     where r.code = old and r.code <> i.code and r.valid_to = $1`,
    [about.validFrom],
  )
  await client.query('drop table region_incoming')
  await client.query('update directory_version set n = n + 1')
  const again = renamed.rowCount ?? 0
  return { closed: closed.rowCount ?? 0, renamed: again, opened: (opened.rowCount ?? 0) - again }
}

async function fillIncoming(client: pg.ClientBase, nodes: RegionNode[]): Promise<void> {
  await client.query(
    `create temp table region_incoming (code text collate "C" primary key, name text, level text collate "C",
       parent text collate "C", realm integer, replaces text[]) on commit drop`,
  )
  await client.query(
    `insert into region_incoming
     select code, name, level, parent, realm, string_to_array(nullif(replaces, ''), ' ')
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::text[])
       as t (code, name, level, parent, realm, replaces)`,
    [
      nodes.map((node) => node.code),
      nodes.map((node) => node.name),
      nodes.map((node) => node.level),
      nodes.map((node) => node.parent),
      nodes.map((node) => node.realm),
      nodes.map((node) => node.replaces.join(' ')),
    ],
  )
  await client.query('analyze region_incoming')
}
