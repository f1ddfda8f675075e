import { useQueryClient } from '@tanstack/react-query'
import type { SignedIn } from '../../../protocol/session.ts'
import { accountHere, rememberSession, request } from './request.ts'

/** Signs in. Throws `Problem` with `sign-in.wrong` or `sign-in.locked`. */
export async function signIn(login: string, password: string): Promise<void> {
  const before = accountHere()
  const { account, csrf } = (await request('POST', '/api/session', { login, password })) as SignedIn
  // Somebody else took the chair after a session ran out: what the first one typed is not theirs to see.
  if (before !== null && before !== account) location.assign('/desk/')
  rememberSession(account, csrf)
}

/** Sets a new password. Throws `Problem` when the old one is wrong or the new one too weak. */
export async function changePassword(old: string, fresh: string): Promise<void> {
  await request('POST', '/api/session/password', { old, new: fresh })
}

/** Signs out, here or everywhere. The page is loaded anew: nothing read or typed stays in its memory. */
export async function signOut(everywhere: boolean): Promise<void> {
  await request('DELETE', everywhere ? '/api/session/all' : '/api/session')
  location.assign('/desk/')
}

/** Acts in another post. Everything read belongs to the post it was read in, so all of it is read again. */
export function useActIn(): (post: number) => Promise<void> {
  const queries = useQueryClient()
  return async (post) => {
    await request('POST', '/api/session/post', { post })
    await queries.resetQueries({ predicate: (query) => query.queryKey[0] !== 'rules' })
  }
}
