import { createContext, useContext } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'

export type Me = ViewAnswer<'me'>

export const MeContext = createContext<Me | null>(null)

/** Who is signed in. Only inside the frame, which asked. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}

/** The union acted for, or undefined without a post. */
export function useOwnUnit(): number | undefined {
  const me = useMe()
  return me.posts.find((each) => each.post === me.acting)?.unit.id
}
