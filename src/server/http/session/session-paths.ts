import * as z from 'zod/mini'
import { faults } from '../../../protocol/refusal.ts'
import { ChangePassword, ChoosePost, SignedIn, SignIn } from '../../../protocol/session.ts'

type Schema = Readonly<Record<string, unknown>>
type FaultName = keyof typeof faults

/** The routes of this folder as `/api/openapi.json` shows them, from the schemas that check their bodies. */
export const sessionPaths: Schema = {
  '/api/session': {
    post: operation('session.open', 'Sign in: a cookie, and the token for X-CSRF.', {
      body: SignIn,
      answer: SignedIn,
      open: true,
      problems: {
        401: ['sign-in.wrong'],
        403: ['sign-in.here-only', 'csrf.missing'],
        429: ['sign-in.locked', 'sign-in.busy'],
      },
    }),
    delete: operation('session.end', 'Sign out here.', { problems: { 403: ['csrf.missing'] } }),
  },
  '/api/session/all': {
    delete: operation('session.end-all', 'Sign out everywhere.', {
      problems: { 401: ['sign-in.needed'], 403: ['csrf.missing'] },
    }),
  },
  '/api/session/password': {
    post: operation('session.password', 'A new password for the old one; every other session ends.', {
      body: ChangePassword,
      answer: SignedIn,
      problems: {
        401: ['sign-in.needed', 'sign-in.wrong'],
        403: ['csrf.missing'],
        409: ['password.weak'],
        429: ['sign-in.locked', 'sign-in.busy'],
      },
    }),
  },
  '/api/session/post': {
    post: operation('session.post', 'Act in another of the own posts.', {
      body: ChoosePost,
      problems: { 401: ['sign-in.needed'], 403: ['csrf.missing', 'post.not-yours'] },
    }),
  },
}

function operation(
  operationId: string,
  summary: string,
  spec: {
    readonly body?: z.ZodMiniType
    readonly answer?: z.ZodMiniType
    readonly open?: boolean
    readonly problems: Readonly<Record<number, readonly FaultName[]>>
  },
): Schema {
  const { body, answer, open = false } = spec
  const malformed = body ? { 400: ['body.malformed'] as const, 422: ['field.invalid'] as const } : {}
  const problems = Object.entries({ ...malformed, ...spec.problems }).map(([status, codes]) => [
    status,
    {
      description: codes.map((code: FaultName) => `\`${code}\`: ${faults[code]}`).join(' '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return {
    operationId,
    summary,
    tags: ['session'],
    security: open ? [{}] : [{ session: [], csrf: [] }],
    ...(body && { requestBody: { required: true, ...content(body) } }),
    responses: {
      ...(answer ? { 200: { description: 'Done.', ...content(answer) } } : { 204: { description: 'Done.' } }),
      ...Object.fromEntries(problems),
    },
  }
}

/** A body of JSON, as the document says it, from the shape the server itself reads it by. */
export function content(schema: z.ZodMiniType): Schema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Record<string, unknown>
  return { content: { 'application/json': { schema: plain } } }
}
