import type { AccountDesk } from './open-account.ts'

/** The desk of whoever stands at the machine: the command-line tool and the installation. */
export function operatorDesk(context: {
  readonly signIn: AccountDesk['signIn']
  readonly clock: AccountDesk['clock']
  readonly pipeline: { readonly submit: AccountDesk['submit'] }
}): AccountDesk {
  const { signIn, clock, pipeline } = context
  return { signIn, clock, actor: { kind: 'operator' }, submit: (actor, asked) => pipeline.submit(actor, asked) }
}
