import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { localDateOf } from '../domain/calendar/local-time.ts'
import { accountSteps } from './account/install-accounts.ts'
import type { ServerContext } from './context.ts'
import type { InstallationKind } from './installation.ts'
import { loadDemoOrganisations } from './organisation/demo.ts'
import { loadRegions } from './region/load.ts'
import { installDemo } from './story/install-demo.ts'

/** The first administrator; `region` is where the federation has its seat, the whole country unless told. */
export type FirstAdmin = { readonly login: string; readonly password: string; readonly region?: string | undefined }

/** What an installation step works with. */
export type InstallContext = ServerContext & {
  readonly kind: InstallationKind
  readonly federation: string
  /** The first administrator of a real installation; undefined once there is one, and in a demo. */
  readonly admin: FirstAdmin | undefined
  /** Progress, to stderr. */
  readonly say: (line: string) => void
}

/**
 * One step of making an installation usable. `needed` looks at the database, so that a start that was cut off goes on
 * where it stopped, and a new edition of regions or rules is loaded by an ordinary start.
 */
export type InstallStep = {
  /** Shown while it runs: `loading regions`. */
  readonly name: string
  readonly kinds: readonly InstallationKind[]
  needed(context: InstallContext): Promise<boolean>
  run(context: InstallContext): Promise<void>
}

/** In this order: each may rely on those before it. */
export const installSteps: readonly InstallStep[] = [
  {
    name: 'loading regions',
    kinds: ['real', 'demo', 'story', 'test', 'bench'],
    // Loading compares editions by their hash and changes nothing when they are in force: cheap enough to ask always.
    needed: async () => true,
    run: ({ db, clock, kind, say }) =>
      asOwner(db.owner, async (client) => {
        const fictional = kind !== 'real'
        await loadRegions(client, regionFolder, { at: clock.now(), fictional, onProgress: say })
      }),
  },
  {
    name: 'loading the demo county',
    kinds: ['demo', 'story', 'bench'],
    needed: async ({ db }) => (await db.owner.query('select from unit limit 1')).rowCount === 0,
    run: ({ db, clock }) =>
      asOwner(db.owner, (client) => loadDemoOrganisations(client, { on: localDateOf(clock.now().getTime()) })),
  },
  installDemo,
  ...accountSteps,
]

const regionFolder = fileURLToPath(new URL('../../rules/regions', import.meta.url))

async function asOwner(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await pool.connect()
  try {
    await work(client)
  } finally {
    client.release()
  }
}

/** Runs what is needed for this kind of installation. */
export async function install(context: InstallContext, steps: readonly InstallStep[] = installSteps): Promise<void> {
  for (const step of steps) {
    if (!step.kinds.includes(context.kind) || !(await step.needed(context))) continue
    context.say(`${step.name} …`)
    await step.run(context)
  }
}
