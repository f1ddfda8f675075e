import * as z from 'zod/mini'
import { Id, Int } from './shape.ts'

// A password is compared, never shown or stored: any sign may stand in it, but no broken encoding.
const Password = z.string().check(
  z.minLength(1),
  z.maxLength(1000),
  z.refine((text: unknown) => typeof text === 'string' && text.isWellFormed(), { error: 'holds broken encoding' }),
)

/** `POST /api/session`: sign in. Login in any case, white space around it is passed over. */
export const SignIn = z.strictObject({ login: z.string().check(z.minLength(1), z.maxLength(200)), password: Password })

/** `POST /api/session/password`: a new password in exchange for the old one; every other session ends. */
export const ChangePassword = z.strictObject({ old: Password, new: Password })

/** `POST /api/session/post`: act in another of the own posts. */
export const ChoosePost = z.strictObject({ post: Int })

/**
 * Answer to signing in and to a changed password: the token for the header `X-CSRF`, which every POST and DELETE of this
 * session must carry, the post acted in, and whether the password must be changed before anything else.
 */
export const SignedIn = z.strictObject({
  account: Id,
  csrf: z.string(),
  acting: z.nullable(Int),
  mustChange: z.boolean(),
})
/** Answer to signing in. */
export type SignedIn = z.infer<typeof SignedIn>
