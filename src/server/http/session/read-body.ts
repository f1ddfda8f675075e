import type * as z from 'zod/mini'
import { Fault } from '../../fault.ts'

/** The body as its schema says. @throws Fault 422 `field.invalid` naming the field */
export function readBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1).map((key) => key.slice(0, 64)) : []
  throw new Fault(422, 'field.invalid', { field: [...(issue?.path ?? []), ...unknown].map(String).join('.') || 'body' })
}
