import { fileURLToPath } from 'node:url'
import type { InstallStep } from '../install.ts'
import { editionsMissing, loadRegions } from './load.ts'

/** The editions that are shipped. */
export const shippedRegions = fileURLToPath(new URL('../../../rules/regions', import.meta.url))

/** Loads what is shipped and not yet loaded. A real installation gets no region that does not exist. */
export const installRegions: InstallStep = {
  name: 'loading regions',
  kinds: ['real', 'demo', 'story', 'test', 'bench'],
  needed: ({ db, kind }) => editionsMissing(db.owner, shippedRegions, { fictional: kind !== 'real' }),
  run: async ({ db, clock, kind, say }) => {
    const client = await db.owner.connect()
    try {
      await loadRegions(client, shippedRegions, { at: clock.now(), fictional: kind !== 'real', onProgress: say })
    } finally {
      client.release()
    }
  },
}
