import { localDateOf } from '../../domain/calendar/local-time.ts'
import type { InstallStep } from '../install.ts'
import { loadDemoOrganisations } from './demo.ts'

/** The demo's county, once; what was changed in it since stays changed. Needs the regions. */
export const installDemoOrganisations: InstallStep = {
  name: 'seating the demo county',
  kinds: ['demo'],
  needed: async ({ db }) => {
    const { rowCount } = await db.owner.query('select 1 from employer limit 1')
    return rowCount === 0
  },
  run: async ({ db, clock }) => {
    const client = await db.owner.connect()
    try {
      await loadDemoOrganisations(client, { on: localDateOf(clock.now().getTime()) })
    } finally {
      client.release()
    }
  },
}
