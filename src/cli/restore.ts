import path from 'node:path'
import { type BroughtBack, bringBack } from '../server/backup/bring-back.ts'
import { systemClock } from '../server/clock.ts'
import { describeFinding } from '../server/ledger/verify-finding.ts'
import { createLog } from '../server/log.ts'
import { interruptible } from './interrupt.ts'
import type { Verb } from './verb.ts'

/** `zhagen restore`: brings a backup back into an empty database, repeats erasures, verifies the ledger. */
export const verb: Verb = {
  name: 'restore',
  summary: 'bring a backup back into an empty database, repeat erasures, verify the ledger',
  usage: 'restore FILE',
  options: {
    'accept-loss': {
      type: 'boolean',
      help: 'restore although the heads file knows batches that the backup does not have; writes down what is lost',
    },
  },
  positionals: { min: 1, max: 1 },
  about: [
    'Needs the folder ZHAGEN_KEYS that belongs to the backup. What was erased after the backup is destroyed again before anybody',
    'can read it. Exit code 0: restored and verified; 1: not restored, or restored and the ledger does not verify.',
  ].join('\n'),
  async run(context) {
    const config = context.config()
    const back = await interruptible('restore', 'an empty database is needed to begin again', (signal) =>
      bringBack({
        ...{ config, clock: systemClock, log: createLog(config.logLevel), say: context.say, signal },
        file: path.resolve(context.positionals[0] ?? ''),
        acceptLoss: context.flag('accept-loss'),
      }),
    )
    context.print(back, describe(back))
    return back.verified.intact ? 0 : 1
  },
}

function describe({ header, rows, lost, erased, withdrawn, verified }: BroughtBack): string {
  const lines = [`restored: ${rows} rows of ${header.at}`]
  if (erased.booked > 0) lines.push(`${erased.booked} erasures after the backup were repeated`)
  if (withdrawn > 0) lines.push(`${withdrawn} withdrawals after the backup were repeated`)
  for (const { realm, from, to } of lost)
    lines.push(`LOST: realm ${realm}, batches ${from} to ${to}; written down in losses.log`)
  lines.push(verified.first ? `DAMAGED: ${describeFinding(verified.first)}` : 'the ledger verifies')
  return lines.join('\n')
}
