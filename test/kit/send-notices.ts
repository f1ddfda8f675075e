import { SteppingClock } from '../../src/server/clock.ts'
import { readConfig } from '../../src/server/config.ts'
import { connectDatabase } from '../../src/server/database.ts'
import { Addresses } from '../../src/server/gateway/addresses.ts'
import { gatewaysOf } from '../../src/server/gateway/outgoing.ts'
import { readKeys } from '../../src/server/keys-file.ts'
import { createLog } from '../../src/server/log.ts'
import { sendDueOnce } from '../../src/server/notice/send-due.ts'
import { readSendingRules } from '../../src/server/notice/sending-rules.ts'
import { loadRules, SHIPPED_RULES } from '../../src/server/rules/load.ts'
import { SubjectKeys } from '../../src/server/vault/subject-keys.ts'

// One round of sending in a process of its own, so that a test may kill it. The first argument is JSON:
// {urls: of the database, keysFolder, at: instant, env: SMS_… as an operator gives them}
const { urls, keysFolder, at, env } = JSON.parse(process.argv[2] ?? '{}')
const found = readKeys(keysFolder)
if (!found) throw new Error('no keys there')
const clock = new SteppingClock(new Date(at))
const sending = readSendingRules(SHIPPED_RULES)
const gateways = gatewaysOf(readConfig(env).outgoing, clock, sending.subject)
const db = connectDatabase(urls)
await sendDueOnce({
  ...{ db, clock, log: createLog('warn'), rules: loadRules() },
  command: { subjectKeys: new SubjectKeys(found.keys) },
  outgoing: { gateways, addresses: new Addresses({}), sending },
})
await db.end()
