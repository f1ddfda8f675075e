import { existsSync } from 'node:fs'
import { systemClock } from '../server/clock.ts'
import type { Config } from '../server/config.ts'
import { connectDatabase } from '../server/database.ts'
import { type Check, databaseChecks, folderChecks, nodeCheck, portCheck } from '../server/doctor-checks.ts'
import { outgoingCheck } from '../server/gateway/outgoing-check.ts'
import { clusterFolder } from '../server/postgres/cluster.ts'
import { describeEmbedded, openEmbedded } from '../server/postgres/embedded.ts'
import { StartError } from '../server/start-error.ts'
import { version } from '../server/version.ts'
import { rulesCheck } from './doctor-rules.ts'
import type { Verb, VerbContext } from './verb.ts'

/** `zhagen doctor`: looks at everything a start needs and changes nothing. Exit code 1 when something is not well. */
export const verb: Verb = {
  name: 'doctor',
  summary: 'check node, folders, key file, database, schema, port, and say what is not well',
  usage: 'doctor',
  about:
    'With --json also gives the operator the address of the embedded database, password included:\n' +
    '{ok, version, checks: [{name, ok, detail}], database: {kind, running, databaseUrl},\n' +
    'rules: {own, version}}; own is the folder of ZHAGEN_RULES or null, version null where the rules do not hold.',
  options: {},
  run: async (context) => {
    const config = context.config()
    const { version: rulesVersion, ...rules } = rulesCheck(config, systemClock.now())
    const checks = [
      nodeCheck(),
      ...folderChecks(config),
      rules,
      ...(await checkDatabase(context, config)),
      outgoingCheck(config.outgoing),
      await portCheck(config),
    ]
    const ok = checks.every((check) => check.ok)
    const embedded = config.ownDatabase ? undefined : describeEmbedded(config.dataFolder)
    const database = {
      kind: config.ownDatabase ? 'own' : 'embedded',
      running: embedded?.running ?? null,
      databaseUrl: embedded?.running ? embedded.databaseUrl : null,
    }
    const lines = checks.map((check) => `${check.ok ? 'ok  ' : 'BAD '} ${check.name}: ${check.detail}`)
    const used = { own: config.rules.own ?? null, version: rulesVersion }
    context.print({ ok, version, checks, database, rules: used }, lines.join('\n'))
    return ok ? 0 : 1
  },
}

/** Starts the embedded PostgreSQL for the look if the server is not up, and never migrates. */
async function checkDatabase(context: VerbContext, config: Config): Promise<readonly Check[]> {
  if (!config.ownDatabase && !existsSync(clusterFolder(config.dataFolder))) {
    return [{ name: 'database', ok: true, detail: 'none yet; the first start makes it' }]
  }
  try {
    const embedded = config.ownDatabase ? undefined : await openEmbedded(config.dataFolder, 'doctor')
    const db = connectDatabase(config.ownDatabase ?? (embedded as NonNullable<typeof embedded>))
    try {
      return await databaseChecks(db.owner, config, systemClock.now())
    } finally {
      await db.end()
      await embedded?.stop()
    }
  } catch (error) {
    if (!(error instanceof StartError)) context.say('the database answers, but not as expected')
    return [{ name: 'database', ok: false, detail: error instanceof Error ? error.message : 'no answer' }]
  }
}
