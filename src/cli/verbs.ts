import type { Verb } from './verb.ts'

/** Every verb, loaded only when it is asked for: `start` must not wait for what `backup` imports. */
export const verbs: Readonly<Record<string, () => Promise<{ readonly verb: Verb }>>> = {
  start: () => import('./start.ts'),
  doctor: () => import('./doctor.ts'),
  'regions load': () => import('./regions-load.ts'),
  'organisations scaffold': () => import('./organisations-scaffold.ts'),
  'organisations import': () => import('./organisations-import.ts'),
  'rules check': () => import('./rules-check.ts'),
  'rules diff': () => import('./rules-diff.ts'),
  'account create': () => import('./account-create.ts'),
  'account post': () => import('./account-post.ts'),
  'account hand-over': () => import('./account-hand-over.ts'),
  'account reset': () => import('./account-reset.ts'),
  'account disable': () => import('./account-disable.ts'),
  'ledger verify': () => import('./ledger-verify.ts'),
  'receipt check': () => import('./receipt-check.ts'),
  'projections rebuild': () => import('./projections-rebuild.ts'),
  'figures recount': () => import('./figures-recount.ts'),
  'training attend': () => import('./training-attend.ts'),
  'article import': () => import('./article-import.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  'story run': () => import('./story-run.ts'),
  'story check': () => import('./story-check.ts'),
  'story schema': () => import('./story-schema.ts'),
}
