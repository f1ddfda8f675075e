import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { visitCommands } from './visit-command.ts'
import { visitViews } from './visit-view.ts'

/** Every name of a field of a schema, however deep. */
function fieldsOf(schema: unknown): string[] {
  const json = z.toJSONSchema(schema as z.ZodMiniType, { unrepresentable: 'any' })
  const names: string[] = []
  const walk = (node: unknown) => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (typeof node !== 'object' || node === null) return
    const { properties } = node as { properties?: Record<string, unknown> }
    names.push(...Object.keys(properties ?? {}))
    Object.values(node).forEach(walk)
  }
  walk(json)
  return names
}

// Domain §0.5 and §4 rule 10: not even as an option.
const never =
  /photo|image|picture|gps|lat|lon|lng|position|geo|coord|track|checkin|check-in|sign-?in|points|score|rank/i

test('no visit and no contact point can hold a photo, a position, a check-in or points', () => {
  const schemas = [
    ...Object.values(visitCommands).flatMap(({ body, result }) => [body, result]),
    ...Object.values(visitViews).flatMap(({ params, answer }) => [params, answer]),
  ]
  const fields = schemas.flatMap(fieldsOf)
  expect(fields).toEqual(expect.arrayContaining(['startedAt', 'met', 'employer', 'stationed']))
  expect(fields.filter((name) => never.test(name.replace(/explanations/i, '')))).toEqual([])
})
