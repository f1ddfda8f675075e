import * as z from 'zod/mini'
import { type CommandKind, type CommandSpec, commands, Envelope } from './command.ts'
import { faults, refusals } from './refusal.ts'
import { protocolVersion } from './version.ts'
import { views } from './view.ts'

type Schema = Record<string, unknown>

/**
 * OpenAPI 3.1 of everything under /api, made from the same registries the server checks requests with: what stands here
 * is what is accepted. `session` routes are given by the server, which owns them.
 */
export function openApi(
  title: string,
  version: string,
  sessionPaths: Record<string, unknown> = {},
): Record<string, unknown> {
  const paths: Record<string, unknown> = { ...sessionPaths }
  for (const [kind, spec] of Object.entries(commands))
    paths[`/api/command/${kind}`] = { post: commandOperation(kind as CommandKind, spec) }
  for (const [name, spec] of Object.entries(views)) paths[`/api/view/${name}`] = { get: viewOperation(name, spec) }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version,
      description: `Wire protocol ${protocolVersion}. Amounts in fen (CNY); instants ISO 8601; texts UTF-8 NFC.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { Problem: problem, Refused: refused }, securitySchemes },
  }
}

function commandOperation(kind: string, spec: CommandSpec): Schema {
  const envelope = json(Envelope)
  const properties = envelope.properties as Schema
  const accepted = { type: 'object', required: ['accepted'], properties: { accepted: merge(json(spec.result)) } }
  return {
    operationId: kind,
    summary: spec.doc,
    tags: [spec.noun],
    security: security(spec.who),
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { ...envelope, required: ['id', 'body'], properties: { ...properties, body: json(spec.body) } },
        },
      },
    },
    responses: {
      200: {
        description: 'Stored outcome: accepted, or refused by a rule.',
        content: { 'application/json': { schema: { anyOf: [accepted, { $ref: '#/components/schemas/Refused' }] } } },
      },
      ...problems,
    },
  }
}

function viewOperation(
  name: string,
  spec: {
    readonly doc: string
    readonly who: readonly string[]
    readonly params: z.ZodMiniType
    readonly answer: z.ZodMiniType
  },
): Schema {
  const params = json(spec.params)
  const required = (params.required as string[] | undefined) ?? []
  return {
    operationId: `view.${name}`,
    summary: spec.doc,
    tags: ['view'],
    security: security(spec.who),
    parameters: Object.entries((params.properties as Schema | undefined) ?? {}).map(([key, schema]) => ({
      name: key,
      in: 'query',
      required: required.includes(key),
      schema,
    })),
    responses: {
      200: { description: 'The answer.', content: { 'application/json': { schema: json(spec.answer, 'output') } } },
      ...problems,
    },
  }
}

function json(schema: z.ZodMiniType, io: 'input' | 'output' = 'input'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
  return rest
}

function merge(result: Schema): Schema {
  const stream = { type: 'string', format: 'uuid', description: 'The stream that was written.' }
  const properties = { stream, version: { type: 'integer' }, ...((result.properties as Schema | undefined) ?? {}) }
  return { type: 'object', required: ['stream', 'version'], properties }
}

function security(who: readonly string[]): Schema[] {
  const schemes: Schema[] = []
  if (who.includes('staff')) schemes.push({ session: [], csrf: [] })
  if (who.includes('claimant')) schemes.push({ receipt: [] })
  if (who.includes('public')) schemes.push({})
  return schemes
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'zh', description: 'Cookie of a signed-in person of the union.' },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'X-CSRF',
    description: 'Token of the session, from the view `me`; for everything but reading.',
  },
  receipt: {
    type: 'http',
    scheme: 'Receipt',
    description: '`Authorization: Receipt <number> <code>`. Growing delay after wrong codes.',
  },
}

const codes = (table: Readonly<Record<string, string | { readonly doc: string }>>) =>
  Object.entries(table).map(([code, doc]) => ({ const: code, description: typeof doc === 'string' ? doc : doc.doc }))

const refused = {
  type: 'object',
  required: ['refused'],
  properties: {
    refused: {
      type: 'object',
      required: ['code', 'params'],
      properties: {
        code: { oneOf: codes(refusals) },
        params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
      },
    },
  },
}

const problem = {
  type: 'object',
  description: 'RFC 9457. `field` names what to mend.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: {
      type: 'string',
      description: `One of ${[...Object.keys(faults)].join(', ')}, or a refusal that names a field.`,
    },
    field: { type: 'string' },
    params: { type: 'object' },
  },
}

const problems = {
  '4XX': {
    description: "Malformed, out of reach or not this actor's to ask; nothing was stored.",
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
}
