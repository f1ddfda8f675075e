import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../domain/actor.ts'
import type { Session } from '../../account/session.ts'
import type { SignInContext } from '../../account/sign-in.ts'
import type { Config } from '../../config.ts'
import { Fault } from '../../fault.ts'
import { tokenOf } from './cookie.ts'
import { isHere } from './here.ts'
import { isReading, mustBeOwnOrigin, mustCarryToken } from './own-page.ts'

/** What knowing who asks needs. */
export type DoorContext = {
  readonly signIn: SignInContext
  readonly config: Pick<Config, 'publicUrl' | 'secureCookies' | 'trustProxy'>
}

/**
 * The session of the request's cookie, or null. Whatever is not reading must come from this site's own page.
 * @throws Fault 403 `csrf.missing`
 */
export async function findSession(context: DoorContext, request: FastifyRequest): Promise<Session | null> {
  const token = tokenOf(request)
  const session = token === null ? null : await context.signIn.sessions.find(token)
  if (!session) return null
  if (!isReading(request)) {
    mustBeOwnOrigin(request, context.config.publicUrl)
    mustCarryToken(request, session.csrf)
  }
  return session.demo && !isHere(request, context.config.trustProxy.length > 0) ? null : session
}

/**
 * Who asks: the post acted in, or null for nobody (no session, or its post ended).
 * @throws Fault 403 `csrf.missing`, or 403 `password.change-first` while the password is still the one that was handed out
 */
export async function authenticate(
  context: DoorContext,
  request: FastifyRequest,
): Promise<Extract<Actor, { kind: 'staff' }> | null> {
  const session = await findSession(context, request)
  if (session?.mustChange) throw new Fault(403, 'password.change-first')
  return session?.actor ?? null
}
