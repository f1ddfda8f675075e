import * as z from 'zod/mini'
import { Fault } from '../../fault.ts'

/** Checks a value against a schema of the protocol; the first thing wrong becomes a 400 that names the field. */
export function parse<S extends z.ZodMiniType>(schema: S, value: unknown, at: string): z.infer<S> {
  const result = z.safeParse(schema, value, { reportInput: true })
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? [(issue.keys[0] as string).slice(0, 64)] : []
  const field = [at, ...(issue?.path ?? []).map(String), ...unknown].filter(Boolean).join('.')
  // Issue messages of the schemas name shapes, never the value that was sent.
  throw new Fault(400, 'field.invalid', { field: field || 'body', detail: `${field || 'body'}: ${describe(issue)}` })
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'is not as described in /api/openapi.json'
  if (issue.code === 'unrecognized_keys') return 'is not a known field; leave it out'
  if (issue.code === 'too_big') return `is too long or too large; at most ${issue.maximum}`
  if (issue.code === 'too_small') return `is too short or too small; at least ${issue.minimum}`
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? `is missing; send a ${issue.expected}` : `must be a ${issue.expected}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  return 'is not of the shape described in /api/openapi.json'
}
