import type { Verb } from './verb.ts'

/** Every verb, loaded only when it is asked for: `start` must not wait for what `backup` imports. */
export const verbs: Readonly<Record<string, () => Promise<{ readonly verb: Verb }>>> = {
  start: () => import('./start.ts'),
  doctor: () => import('./doctor.ts'),
}
