import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { demoAccountLines } from '../server/account/demo-accounts.ts'
import { replayErasures } from '../server/backup/replay-erasures.ts'
import { replayWithdrawals } from '../server/backup/replay-withdrawals.ts'
import { systemClock } from '../server/clock.ts'
import { composeContext, readRules } from '../server/compose.ts'
import type { Config } from '../server/config.ts'
import type { ServerContext } from '../server/context.ts'
import { startFollowing } from '../server/follow/start-following.ts'
import { buildWeb } from '../server/http/built/build-web.ts'
import { buildServer, closeServer, explainListen, listen } from '../server/http/server.ts'
import { install } from '../server/install.ts'
import { recordInstallation } from '../server/installation.ts'
import { startCascading } from '../server/job/cascade-runner.ts'
import { startClock } from '../server/job/clock-runner.ts'
import { recalculateDues } from '../server/job/recalculate-dues.ts'
import { startSending } from '../server/job/start-sending.ts'
import { startSweeping } from '../server/job/sweep.ts'
import { compactHeads } from '../server/ledger/heads-file.ts'
import { createLog } from '../server/log.ts'
import { type OpenedDatabase, openDatabase } from '../server/open-database.ts'
import { holderOf, inUse } from '../server/postgres/folder-lock.ts'
import { errorCode, StartError } from '../server/start-error.ts'
import { readErasures } from '../server/vault/erasures-file.ts'
import { readWithdrawals } from '../server/vault/withdrawals-file.ts'
import { whatIsWanted } from './first-installation.ts'
import { stopSignal } from './stop-signal.ts'
import type { Verb, VerbContext } from './verb.ts'

/** `zhagen start`: everything from an empty folder to a server that answers; ends when it is asked to stop. */
export const verb: Verb = {
  name: 'start',
  summary: 'start the server; the first start plays a demo, or with --empty makes a real installation',
  usage: 'start',
  about:
    'Prints "zhagen ready ADDRESS" when it answers. SIGTERM or Ctrl-C lets requests in flight end (ten seconds at most)\n' +
    'and stops the embedded PostgreSQL. Data lie in ZHAGEN_DATA (./.zhagen), keys in ZHAGEN_KEYS (./.zhagen-keys):\n' +
    'back both up, apart from each other.',
  options: {
    empty: { type: 'boolean', help: 'make a real installation instead of the demo' },
    federation: { type: 'string', value: 'NAME', help: 'with --empty: name of the federation' },
    admin: { type: 'string', value: 'LOGIN', help: 'with --empty: login of the first administrator' },
    region: {
      type: 'string',
      value: 'CODE',
      help: 'with --empty: region the federation has its seat in (GB/T 2260); the whole country unless told',
    },
    'admin-password-file': {
      type: 'string',
      value: 'FILE',
      help: "with --empty: file that holds the administrator's password",
    },
  },
  run: async (context) => {
    const config = context.config()
    const stop = stopSignal()
    const running: Running = {}
    try {
      // Whatever the start is doing when it is told to stop, the orderly end below comes first.
      const serving = serve(context, config, running)
      const ended = await Promise.race([serving, stop.asked])
      serving.catch(() => undefined)
      if (ended === 'database lost')
        throw new StartError(
          'PostgreSQL ended while the server ran; its last lines are in postgres.log of the data folder',
        )
      context.say('zhagen stops …')
    } finally {
      running.sweeping?.()
      if (running.app) await closeServer(running.app)
      await Promise.all([running.ticking?.(), running.cascading?.(), running.following?.(), running.sending?.()])
      await running.composed?.close()
      await running.opened?.close()
      stop.release()
    }
  },
}

/** What has been started so far, and so has to be ended, in the reverse order. */
type Running = {
  opened?: OpenedDatabase
  composed?: ServerContext
  app?: FastifyInstance
  sweeping?: () => void
  ticking?: () => Promise<void>
  cascading?: () => Promise<void>
  following?: () => Promise<void>
  sending?: () => Promise<void>
}

/** Opens, installs, listens; resolves only when the embedded PostgreSQL ends by itself. */
async function serve(context: VerbContext, config: Config, running: Running): Promise<'database lost'> {
  const { say } = context
  const clock = systemClock
  const log = createLog(config.logLevel)
  // Known in a millisecond, so it is said before PostgreSQL is started for nothing.
  await refuseTakenPort(config)
  // What ships holds; a federation's own rules may not, and then nothing is to be made or started.
  if (config.rules.own !== undefined) readRules(config.rules, clock.now().getTime())
  const opened = await openDatabase({
    config,
    clock,
    verb: 'start',
    say,
    onLost: (error) => log.debug({ err: error }, 'lost'),
  })
  running.opened = opened
  // Beside the installation: neither waits for the other. Whoever cannot write here serves the desk that was shipped.
  const web = buildWeb(say).catch((error: unknown) => say(`the pages were not built: ${String(error)}`))
  const lost = new Promise<'database lost'>((resolve) => opened.embedded?.onExit(() => resolve('database lost')))
  const wanted = await whatIsWanted(context, opened.installation)
  if (!opened.installation) {
    await recordInstallation(opened.db.owner, clock, { ...wanted, keyFingerprint: opened.keyFingerprint })
  }
  const composed = await composeContext({ config, clock, log, opened, kind: wanted.kind })
  running.composed = composed
  // Not before the context has looked into it for lines that are missing.
  compactHeads(config.keysFolder)
  await install({ ...composed, ...wanted, say })
  await web
  const repeated = await replayErasures(opened.db.owner, composed.pipeline, clock, readErasures(config.keysFolder))
  if (repeated > 0) say(`${repeated} erasures that a restore had left unbooked were booked`)
  const back = await replayWithdrawals(opened.db.owner, composed.pipeline, clock, readWithdrawals(config.keysFolder))
  if (back > 0) say(`${back} withdrawals that a restore had left unbooked were booked`)
  const again = await recalculateDues({ ...composed, ruleSet: composed.command.ruleSet })
  if (again > 0) say(`${again} dues were counted again by an official calendar`)
  running.sweeping = startSweeping(composed)
  running.ticking = startClock(composed)
  running.cascading = startCascading(composed)
  running.following = startFollowing(composed)
  running.sending = startSending(composed)
  const app = await buildServer(composed)
  running.app = app
  const port = await listen(app, config.host, config.port)
  process.stdout.write(`zhagen ready ${address(config, port)}\n`)
  if (config.publicUrl) say(`public address: ${config.publicUrl}`)
  for (const [door, at] of doors) say(`${door}  ${config.publicUrl ?? address(config, port)}${at}`)
  if (wanted.kind === 'demo') for (const line of demoAccountLines(config.rules)) say(line)
  return lost
}

/** The doors there are, by what they are for. */
const doors = [
  ["the worker's door    ", '/'],
  ['raise a demand       ', '/raise'],
  ['follow by receipt    ', '/follow'],
  ['what we set out to do', '/line'],
  ['desk of the union    ', '/desk'],
  ['the API, described   ', '/api/openapi.json'],
] as const

/** Where a browser on this machine finds it. */
function address(config: Config, port: number): string {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  return `${config.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Most often the port is taken by the same zhagen, started before: then that is what to say. */
function refuseTakenPort({ host, port, dataFolder, ownDatabase }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error) => {
      const holder = ownDatabase ? undefined : holderOf(dataFolder)
      reject(holder ? inUse(dataFolder, holder) : new StartError(explainListen(errorCode(error), host, port)))
    })
    probe.listen({ host, port }, () => probe.close(() => resolve()))
  })
}
