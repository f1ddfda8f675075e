import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { InstallContext, InstallStep } from '../install.ts'
import { changeDirectory } from '../organisation/change-directory.ts'
import { type SeatRegion, seatUnions } from '../organisation/seat.ts'
import { readStandard, standardName } from '../organisation/standard.ts'
import { StartError } from '../start-error.ts'
import { AccountRefused } from './account-refused.ts'
import { loadDemoAccounts, readDemoAccounts } from './demo-accounts.ts'
import { createFirstAdmin, hasAdministrator } from './first-administrator.ts'
import { operatorDesk } from './operator-desk.ts'

/** Steps after regions and unions: the people of the demo, or the first administrator of a real installation. */
export const accountSteps: readonly InstallStep[] = [
  {
    name: 'making the demo accounts',
    kinds: ['demo'],
    needed: async ({ db, config }) => {
      const { people } = readDemoAccounts(config.rules)
      const logins = people.map((person) => person.login)
      const made = await db.owner.query(
        'select from account a join stream s on s.stream = a.id where login = any($1)',
        [logins],
      )
      return (made.rowCount ?? 0) < people.length
    },
    run: async (context) => {
      await loadDemoAccounts(operatorDesk(context), context.config.rules)
    },
  },
  {
    name: 'making the first administrator',
    kinds: ['real'],
    needed: async (context) => context.admin !== undefined && !(await hasAdministrator(operatorDesk(context))),
    run: async (context) => {
      const { admin } = context
      if (!admin) return
      const unit = await federationUnit(context, admin.region ?? '000000')
      try {
        await createFirstAdmin(operatorDesk(context), { login: admin.login, password: admin.password, unit })
      } catch (error) {
        if (error instanceof AccountRefused) throw new StartError(`--admin: ${error.message}`)
        throw error
      }
    },
  },
]

/** The union the installation is made for, with the federation's own name: made where nothing stands yet. */
async function federationUnit({ db, clock, federation }: InstallContext, region: string): Promise<number> {
  const client = await db.owner.connect()
  try {
    const { rows } = await client.query<{ id: number }>(
      'select id from unit where parent is null and valid_to is null order by id limit 1',
    )
    if (rows[0]) return rows[0].id
    const found = await client.query<SeatRegion>(
      'select code, name, level, parent, realm from region where code = $1 and valid_to is null',
      [region],
    )
    const standard = await readStandard()
    const [seat] = found.rows
    if (!seat || standardName(standard, seat) === null)
      throw new StartError(`--region: ${region} is no region in which a union has its seat; give a code of GB/T 2260`)
    const on = localDateOf(clock.now().getTime())
    return await changeDirectory(client, async () => {
      const { root } = await seatUnions(client, standard, [seat], { on, federation })
      await client.query('update unit set claimed_at = $2 where id = $1', [root, clock.now()])
      return { result: root, changed: true }
    })
  } finally {
    client.release()
  }
}
