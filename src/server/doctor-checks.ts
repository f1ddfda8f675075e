import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import type pg from 'pg'
import { countEmptySections, findOrphans } from './account/orphans.ts'
import { clocksDue } from './clocks-due.ts'
import type { Config } from './config.ts'
import { tryPool } from './database.ts'
import { findInstallation } from './installation.ts'
import { keysPath, readKeys } from './keys-file.ts'
import { readMigrations } from './migrate/files.ts'
import { schemaVersion } from './migrate/migrate.ts'
import { clusterFolder } from './postgres/cluster.ts'
import { findRunning } from './postgres/postmaster.ts'
import { errorCode } from './start-error.ts'

/** One thing looked at. `detail` is one line: how it is, or what to do. */
export type Check = { readonly name: string; readonly ok: boolean; readonly detail: string }

const minFreeGiB = 1

export function nodeCheck(): Check {
  const { node } = process.versions
  return { name: 'node', ok: Number(node.split('.')[0]) >= 24, detail: node }
}

/** Data folder, free disk, key file and heads file. */
export function folderChecks(config: Config): readonly Check[] {
  return [folder('data folder', config.dataFolder), disk(config.dataFolder), keyFile(config.keysFolder)]
}

/** PostgreSQL, schema, installation, keys that fit, the ledger's heads outside the database, what waits for nobody or the clock. */
export async function databaseChecks(owner: pg.Pool, config: Config, now: Date): Promise<readonly Check[]> {
  await tryPool(owner, config.ownDatabase ? 'DATABASE_URL' : 'embedded database')
  const { rows } = await owner.query(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major`,
  )
  const major = Number(rows[0]?.major)
  const postgres = { name: 'postgresql', ok: major >= 15 && major <= 18, detail: String(rows[0]?.version) }
  const known = readMigrations().length
  const schema = await schemaVersion(owner)
  const schemaDetail =
    schema === known
      ? `${schema}`
      : `${schema}, this zhagen knows ${known}; ${schema < known ? 'start migrates' : 'start the newer zhagen'}`
  const installation = await findInstallation(owner)
  const checks = [postgres, { name: 'schema', ok: schema <= known, detail: schemaDetail }]
  if (!installation)
    return [...checks, { name: 'installation', ok: true, detail: 'none yet; the first start makes it' }]
  const { kind, federation, keyFingerprint } = installation
  const found = readKeys(config.keysFolder)?.fingerprint
  return [
    ...checks,
    { name: 'installation', ok: true, detail: `${kind}: ${federation}` },
    {
      name: 'keys fit',
      ok: found === keyFingerprint,
      detail:
        found === keyFingerprint
          ? keyFingerprint
          : `the database wants the key file ${keyFingerprint}, found ${found ?? 'none'}`,
    },
    await heads(owner, config.keysFolder),
    ...(schema === known ? [await staffed(owner), await clocks(owner, now)] : []),
  ]
}

/** Free, or taken by our own running server. */
export function portCheck(config: Config): Promise<Check> {
  const { host, port } = config
  const running = config.ownDatabase === undefined && findRunning(clusterFolder(config.dataFolder)) !== undefined
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', (error) => {
      const ours = running && errorCode(error) === 'EADDRINUSE'
      resolve({
        name: 'port',
        ok: ours,
        detail: ours ? `${port}, in use while the server runs` : `${port} on ${host}: ${errorCode(error)}`,
      })
    })
    probe.listen({ host, port }, () =>
      probe.close(() => resolve({ name: 'port', ok: true, detail: `${port} is free` })),
    )
  })
}

/**
 * Open demands that wait where nobody may go on with them, by union and never by person. Not well: something was handed
 * to nobody, and the way out stands beside it.
 */
async function staffed(owner: pg.Pool): Promise<Check> {
  const orphans = await findOrphans(owner)
  const { sections, units } = await countEmptySections(owner)
  const empty = sections === 0 ? 'every section has a post' : `${sections} sections of ${units} unions without a post`
  if (orphans.length === 0) return { name: 'staffed', ok: true, detail: `no open demand waits for nobody; ${empty}` }
  const all = orphans.reduce((sum, { count }) => sum + count, 0)
  const shown = orphans.slice(0, 5).map(({ unit, count, above }) => {
    const way = above ? `nearest above: ${above.name}` : 'nobody above either'
    return `${unit.name} (${unit.id}): ${count}, ${way}`
  })
  const more = orphans.length > shown.length ? `; and ${orphans.length - shown.length} unions more` : ''
  const detail = `${all} open demands wait for nobody: ${shown.join('; ')}${more}. Give a post there; ${empty}`
  return { name: 'staffed', ok: false, detail }
}

/** How much the clock has still to do: a figure to look at twice, since a server that was down has to catch up first. */
async function clocks(owner: pg.Pool, now: Date): Promise<Check> {
  const { count, oldest } = await clocksDue(owner, now)
  const name = 'clocks'
  if (oldest === null) return { name, ok: true, detail: 'none due' }
  const detail = `${count} due, the oldest since ${oldest.toISOString()}; the running server acts within a minute`
  return { name, ok: true, detail }
}

function folder(name: string, where: string): Check {
  const standing = existsSync(where) ? where : path.dirname(where)
  try {
    accessSync(standing, constants.W_OK)
    return { name, ok: true, detail: where }
  } catch (error) {
    return { name, ok: false, detail: `${where} cannot be written (${errorCode(error)})` }
  }
}

function disk(where: string): Check {
  try {
    const { bavail, bsize } = statfsSync(existsSync(where) ? where : path.dirname(where))
    const free = (bavail * bsize) / 2 ** 30
    return { name: 'free disk', ok: free >= minFreeGiB, detail: `${free.toFixed(1)} GiB` }
  } catch (error) {
    return { name: 'free disk', ok: false, detail: `${where}: ${errorCode(error)}` }
  }
}

function keyFile(folderOfKeys: string): Check {
  try {
    const found = readKeys(folderOfKeys)
    return {
      name: 'key file',
      ok: true,
      detail: found ? `${keysPath(folderOfKeys)}, fingerprint ${found.fingerprint}` : 'none yet',
    }
  } catch (error) {
    return { name: 'key file', ok: false, detail: error instanceof Error ? error.message : keysPath(folderOfKeys) }
  }
}

async function heads(owner: pg.Pool, folderOfKeys: string): Promise<Check> {
  const { rows } = await owner.query('select count(*)::int as sealed from realm_head where batch > 0')
  const sealed = Number(rows[0]?.sealed)
  const present = existsSync(path.join(folderOfKeys, 'heads.log'))
  const detail = present
    ? `${sealed} realms sealed`
    : 'heads.log is missing in ZHAGEN_KEYS: put back its copy, then run ledger verify'
  return {
    name: 'ledger heads',
    ok: present || sealed === 0,
    detail: sealed === 0 && !present ? 'nothing sealed yet' : detail,
  }
}
