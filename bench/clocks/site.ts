import { randomUUID } from 'node:crypto'
import type { Candidate } from '../../src/domain/routing.ts'
import { systemClock } from '../../src/server/clock.ts'
import { composeContext } from '../../src/server/compose.ts'
import { readConfig } from '../../src/server/config.ts'
import type { ServerContext } from '../../src/server/context.ts'
import { install } from '../../src/server/install.ts'
import { recordInstallation } from '../../src/server/installation.ts'
import { createLog } from '../../src/server/log.ts'
import { openDatabase } from '../../src/server/open-database.ts'
import { scaffoldUnits } from '../../src/server/organisation/scaffold.ts'
import type { Seat } from './lives.ts'

/** An installation without a site: what the clock runner works with, in this process. */
export type ClocksSite = {
  readonly context: ServerContext
  /** County unions with their ladders, by realm. */
  readonly realms: readonly (readonly Seat[])[]
  readonly ownerUrl: string
  readonly folder: string
  close(): Promise<void>
}

/** Two provinces of unions, unless told; counties, cities and provinces are staffed. */
export async function openClocksSite(
  folder: string,
  say: (line: string) => void,
  provinces: readonly string[] = ['330000', '320000'],
): Promise<ClocksSite> {
  const clock = systemClock
  const config = readConfig({ ZHAGEN_DATA: `${folder}/clocks`, ZHAGEN_KEYS: `${folder}/clocks-keys` })
  const opened = await openDatabase({ config, clock, verb: 'start', say, onLost: () => undefined })
  const wanted = { kind: 'bench', federation: 'bench', admin: undefined } as const
  await recordInstallation(opened.db.owner, clock, { ...wanted, keyFingerprint: opened.keyFingerprint })
  const context = await composeContext({ config, clock, log: createLog('error'), opened, kind: 'bench' })
  await install({ ...context, ...wanted, say })
  const realms = await staffCounties(context, provinces)
  const ownerUrl = opened.embedded?.operatorUrl
  if (ownerUrl === undefined) throw new Error('the bench takes a database of its own')
  return {
    ...{ context, realms, ownerUrl, folder },
    close: async () => {
      await context.close()
      await opened.close()
    },
  }
}

/** Seats these provinces and gives posts to all counties and whatever stands above them; their ladders, by realm. */
export async function staffCounties(
  { db, clock }: Pick<ServerContext, 'db' | 'clock'>,
  provinces: readonly string[],
): Promise<readonly Seat[][]> {
  const client = await db.owner.connect()
  try {
    for (const region of provinces) await scaffoldUnits(client, region, { on: clock.now().toISOString().slice(0, 10) })
    const { rows } = await client.query(
      `select id, level, region, realm, ancestors as path from unit
       where valid_to is null and level in ('nation', 'province', 'city', 'county')`,
    )
    const account = randomUUID()
    await client.query(
      `insert into post (id, account, unit, role, full_time, valid_from)
       select 900000 + row_number() over (), $1, u, r, true, $3 from unnest($2::int[]) u, unnest(array['triage', 'handler', 'head']) r`,
      [account, rows.map((row) => row.id), clock.now()],
    )
    await client.query('update directory_version set n = n + 1')
    const units = new Map(rows.map((row) => [Number(row.id), row]))
    const candidate = (id: number): Candidate[] => {
      const unit = units.get(id)
      return unit ? [{ unit: id, path: unit.path, section: null, level: unit.level, staffed: true }] : []
    }
    const byRealm = new Map<number, Seat[]>()
    for (const { level, region, realm, path } of rows.filter((row) => row.level === 'county')) {
      const seat = { realm, region, ladder: (path as number[]).flatMap(candidate), level }
      byRealm.set(realm, [...(byRealm.get(realm) ?? []), seat])
    }
    return [...byRealm.values()]
  } finally {
    client.release()
  }
}
