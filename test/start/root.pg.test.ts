import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Binaries, findBinaries } from '../../src/server/postgres/binaries.ts'
import { clusterFolder, ensureCluster } from '../../src/server/postgres/cluster.ts'
import { chooseLaunch, type Launch, waysAroundRoot, worksHere } from '../../src/server/postgres/launch.ts'
import { findRunning, stopPostmaster } from '../../src/server/postgres/postmaster.ts'
import { startCluster } from '../../src/server/postgres/start-cluster.ts'

// Everything below a folder that only its owner may enter, the programs as well: a clone in what `mktemp -d` made.
const folder = mkdtempSync(path.join(tmpdir(), 'zhagen-root-'))
const isRoot = process.getuid?.() === 0
const moved = (binary: string) => path.join(folder, 'native', 'bin', path.basename(binary))
let binaries: Binaries

beforeAll(() => {
  chmodSync(folder, 0o700)
  const { initdb, pgCtl, postgres } = findBinaries()
  cpSync(path.resolve(initdb, '..', '..'), path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  binaries = { initdb: moved(initdb), pgCtl: moved(pgCtl), postgres: moved(postgres) }
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }))

async function startAndStop(launch: Launch, data: string): Promise<boolean> {
  await ensureCluster(data, binaries, launch)
  const cluster = clusterFolder(data)
  await startCluster(data, cluster, binaries, launch)
  const running = findRunning(cluster)
  return running?.ready === true && (await stopPostmaster(running.pid, cluster, binaries.pgCtl))
}

describe('PostgreSQL in a 0700 folder', () => {
  test('the way chosen works, whoever we are', async () => {
    const data = path.join(folder, 'chosen')
    mkdirSync(data, { mode: 0o700 })
    const launch = chooseLaunch(binaries, data)
    expect(launch.how === 'as we are').toBe(!isRoot)
    expect(await startAndStop(launch, data)).toBe(true)
  })

  test('a cluster made one way goes on another way', async () => {
    const data = path.join(folder, 'moved')
    mkdirSync(data, { mode: 0o700 })
    const ways = isRoot ? waysAroundRoot() : [chooseLaunch(binaries, data)]
    const working = ways.filter((each) => worksHere(each, binaries, data))
    for (const launch of [...working, ...working.slice(0, 1)]) expect(await startAndStop(launch, data)).toBe(true)
    expect(working.length).toBeGreaterThan(0)
  })
})
