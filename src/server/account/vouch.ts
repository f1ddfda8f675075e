import { localDateOf } from '../../domain/calendar/local-time.ts'
import { askedOf } from '../../domain/training/gate.ts'
import { readRulesFile } from '../rules/read-rules-file.ts'
import type { RulesFolders } from '../rules/rules-folders.ts'
import { trainingFile } from '../rules/training.ts'
import { type AccountDesk, order } from './open-account.ts'

/**
 * People of a demo or a story have passed what who is new in their role passes first: a unit vouches for it in the ledger, as
 * it would for somebody who comes from elsewhere. Nothing is written on a day on which nothing is asked.
 */
export async function vouch(
  desk: AccountDesk,
  { account, unit, role }: { readonly account: string; readonly unit: number; readonly role: string },
  folders: RulesFolders,
): Promise<void> {
  const { before } = readRulesFile(folders, 'training.yaml', trainingFile).value
  const on = localDateOf(desk.clock.now().getTime())
  const tags = before.filter((line) => askedOf([line], line.role, on).length > 0 && line.role === role)
  if (tags.length === 0) return
  const found = await desk.signIn.writer.query<{ realm: number }>('select realm from unit where id = $1', [unit])
  for (const { tag } of tags) {
    const learnt = { unit, account, title: tag, on, hours: 4, tags: [tag] }
    await order(desk, found.rows[0]?.realm ?? 0, 'training.record', learnt)
  }
}
