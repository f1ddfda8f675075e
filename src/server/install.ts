import type { ServerContext } from './context.ts'
import type { InstallationKind } from './installation.ts'

/** What an installation step works with. */
export type InstallContext = ServerContext & {
  readonly kind: InstallationKind
  readonly federation: string
  /** The first administrator of a real installation; undefined once there is one, and in a demo. */
  readonly admin: { readonly login: string; readonly password: string } | undefined
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
export const installSteps: readonly InstallStep[] = []

/** Runs what is needed for this kind of installation. */
export async function install(context: InstallContext, steps: readonly InstallStep[] = installSteps): Promise<void> {
  for (const step of steps) {
    if (!step.kinds.includes(context.kind) || !(await step.needed(context))) continue
    context.say(`${step.name} …`)
    await step.run(context)
  }
}
