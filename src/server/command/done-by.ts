import type { Done } from '../../domain/demand/apart.ts'
import type { Duty } from '../../domain/small-office.ts'
import type { BatchDesk } from './noun.ts'

/**
 * Who did what about a demand, for `apart`: the ledger knows a post, the rule asks for the person. A post whose holder is
 * not known any more was held by nobody who could act now.
 */
export async function doneBy(
  acts: readonly { readonly duty: Duty; readonly post: number }[],
  { client, context }: Pick<BatchDesk, 'client' | 'context'>,
): Promise<readonly Done[]> {
  const done: Done[] = []
  for (const { duty, post } of acts) {
    const account = await context.directory.accountOfPost(client, post)
    if (account !== null) done.push({ duty, account })
  }
  return done
}
