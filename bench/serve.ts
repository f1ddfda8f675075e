import { createHash, randomBytes } from 'node:crypto'
import { makeId } from '../src/domain/id.ts'
import { systemClock } from '../src/server/clock.ts'
import { composeContext } from '../src/server/compose.ts'
import { readConfig } from '../src/server/config.ts'
import type { ServerContext } from '../src/server/context.ts'
import { buildServer, closeServer, listen } from '../src/server/http/server.ts'
import { install } from '../src/server/install.ts'
import { recordInstallation } from '../src/server/installation.ts'
import { createLog } from '../src/server/log.ts'
import { openDatabase } from '../src/server/open-database.ts'
import { seed } from './seed.ts'

// The child process of a bench: installs, seeds, serves, and prints {port, cookie, ownerUrl} as its only line of stdout.
const say = (line: string) => process.stderr.write(`  ${line}\n`)
const config = readConfig(process.env)
const opened = await openDatabase({ config, clock: systemClock, verb: 'start', say, onLost: () => undefined })
const wanted = { kind: 'bench', federation: 'bench', admin: undefined } as const
await recordInstallation(opened.db.owner, systemClock, { ...wanted, keyFingerprint: opened.keyFingerprint })
const context = await composeContext({ config, clock: systemClock, log: createLog('error'), opened, kind: 'bench' })
await install({ ...context, ...wanted, say })
await seed(context, Number(process.env.BENCH_ROWS), say)
const cookie = await officer(context)
const app = await buildServer(context)
const port = await listen(app, config.host, config.port)
process.stdout.write(`${JSON.stringify({ port, cookie, ownerUrl: opened.embedded?.operatorUrl })}\n`)
process.once('SIGTERM', async () => {
  await closeServer(app)
  await context.close()
  await opened.close()
})

/** A county triage officer with an open session, without the cost of a password. */
async function officer({ db, clock }: ServerContext): Promise<string> {
  const at = clock.now()
  const account = makeId(9901, at.getTime(), randomBytes(8))
  const token = randomBytes(32).toString('base64url')
  const { rows } = await db.owner.query("select id from unit where region = '990102' and level = 'county'")
  await db.owner.query(
    'insert into account (id, realm, login, name, password_hash, created_at, must_change) values ($1, 9901, $2, $2, $3, $4, false)',
    [account, 'bench', '-', at],
  )
  for (const [id, role] of [
    [900_001, 'head'],
    [900_002, 'handler'],
  ])
    await db.owner.query(
      'insert into post (id, account, unit, role, full_time, valid_from) values ($1, $2, $3, $4, true, $5)',
      [id, account, rows[0].id, role, at],
    )
  await db.owner.query('update directory_version set n = n + 1')
  await db.owner.query(
    'insert into session (token_hash, account, post, csrf, created_at, seen_at, expires_at) values ($1, $2, 900001, $3, $4, $4, $5)',
    [...[createHash('sha256').update(token).digest(), account, token, at, new Date(at.getTime() + 3_600_000)]],
  )
  return `zh=${token}`
}
