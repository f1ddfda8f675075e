import { useQueryClient } from '@tanstack/react-query'
import { request } from './request.ts'

/** Signs in. Throws `Problem` with `sign-in.wrong` or `sign-in.locked`. */
export async function signIn(login: string, password: string): Promise<void> {
  await request('POST', '/api/session', { login, password })
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
