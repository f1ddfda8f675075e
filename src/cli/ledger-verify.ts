import { type Verified, verifyLedger } from '../server/ledger/verify.ts'
import { describeFinding } from '../server/ledger/verify-finding.ts'
import { SubjectKeys } from '../server/vault/subject-keys.ts'
import { interruptible } from './interrupt.ts'
import { realmOption } from './realm-option.ts'
import type { Verb } from './verb.ts'
import { withDatabase } from './with-database.ts'

/** `zhagen ledger verify`: recomputes the ledger and names the first thing that was tampered with. */
export const verb: Verb = {
  name: 'ledger verify',
  summary: 'prove that nothing in the ledger was changed, removed, added or reordered',
  usage: 'ledger verify',
  options: {
    realm: { type: 'string', value: 'N', help: 'one realm only (the first four digits of a region)' },
    open: {
      type: 'boolean',
      help: 'also open every sealed content and hold it against its commitment; shows none of it',
    },
  },
  about: [
    'Recomputes every hash, chain and seal, compares the heads file beside the key file and the sealed content with what the',
    'ledger commits to. Reads one snapshot, so the server may go on working. Exit code 0: intact; 1: damaged.',
  ].join('\n'),
  async run(context) {
    const config = context.config()
    const realm = realmOption(context)
    const verified = await interruptible(
      'ledger verify',
      'nothing was found so far, and not everything was looked at',
      (signal) =>
        withDatabase({ config, verb: 'ledger verify', say: context.say }, ({ db, keys }) =>
          verifyLedger(db.owner, {
            ...{ macKey: keys.mac, keysFolder: config.keysFolder, realm, signal, onProgress: context.say },
            open: context.flag('open') ? new SubjectKeys(keys) : undefined,
          }),
        ),
    )
    context.print(verified, describe(verified))
    return verified.intact ? 0 : 1
  },
}

function describe({ intact, first, realms, losses }: Verified): string {
  const total = (key: 'events' | 'batches' | 'commands' | 'streams') => realms.reduce((sum, each) => sum + each[key], 0)
  const looked = `${total('events')} events, ${total('commands')} commands, ${total('batches')} batches, ${total('streams')} streams in ${realms.length} realms`
  const lost = losses.map(
    ({ realm, from, to, at, backupAt }) =>
      `on ${at} realm ${realm} lost batches ${from} to ${to}: restored from the backup of ${backupAt}`,
  )
  if (intact) return [`intact: ${looked}`, ...lost].join('\n')
  const all = realms.flatMap((each) => each.findings)
  const lines = (all.length > 0 ? all : first ? [first] : []).map(describeFinding)
  return [
    `DAMAGED: ${lines[0]}`,
    ...lines.slice(1).map((line) => `also: ${line}`),
    `looked at ${looked}`,
    ...lost,
  ].join('\n')
}
