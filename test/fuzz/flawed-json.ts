import type { Random } from '../kit/random.ts'

/** Stands in every value sent. Whoever finds it in a problem document or a log has found somebody's words there. */
export const MARKER = '秘密标记之言'

/** A schema of the document, as far as it is looked at here. */
export type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly enum?: readonly string[]
  readonly items?: Schema
  /** UTF-16 units. */
  readonly maxLength?: number
}
/** What is sent: text or bytes, of which kind. `flaw` names what is wrong with it. */
export type FlawedBody = { readonly flaw: string; readonly payload: string | Buffer; readonly type: string | null }
type Values = Readonly<Record<string, unknown>>

const JSON_TYPE = 'application/json'

/** A body that fits the schema; `known` gives the values that mean something here. */
export function fitting(schema: Schema, known: Values, random: Random): Record<string, unknown> {
  const required = schema.required ?? []
  const body: Record<string, unknown> = {}
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if (required.includes(name) || random.chance(0.5))
      body[name] = name in known ? known[name] : sample(property, known, random)
  return body
}

function sample(schema: Schema, known: Values, random: Random): unknown {
  if (schema.enum) return random.pick(schema.enum)
  if (schema.type === 'object') return fitting(schema, known, random)
  if (schema.type === 'array') return [sample(schema.items ?? {}, known, random)]
  if (schema.type === 'boolean') return random.chance(0.5)
  return schema.type === 'integer' ? 1 : MARKER
}

/** Values of no field's type and length: whichever field gets one, the request is malformed. */
function wrongValue({ type, maxLength = 0 }: Schema, random: Random): unknown {
  // A whole file may be longer than anything a person types: over its own limit it is too long as well.
  const beyond = Math.ceil((maxLength + 1) / MARKER.length)
  const long = MARKER.repeat(Math.max(beyond, random.pick([1400, 3000, 20_000])))
  const common: unknown[] = [null, { unknown: MARKER }, -1.5, long, `${MARKER}\u0000`, { toString: 1 }, [[[[MARKER]]]]]
  if (type === 'string')
    return random.pick([...common, 7, true, [], {}, [MARKER], `${MARKER}\u0007`, '\ud800', '', '\udfff\ud800'])
  if (type === 'integer') return random.pick([...common, '7', 2 ** 53, 1e21, -1, 0.5, true, [1], '٣', '1e3', ''])
  if (type === 'boolean') return random.pick([...common, 'true', 0, 1, '', [true]])
  if (type === 'array') return random.pick([...common, 'identity', {}, [''], Array(50).fill('identity')])
  return random.pick([...common, 7, 'x', true, [1]])
}

/** One flaw in a body that fits; never a flaw the schema would let pass. */
export function withOneFlaw(schema: Schema, fits: Record<string, unknown>, random: Random): FlawedBody {
  const properties = Object.entries(schema.properties ?? {})
  const required = schema.required ?? []
  const flaws: (() => readonly [string, Record<string, unknown>])[] = [
    () => [
      'unknown field',
      { ...fits, [random.pick(['unknown', 'Text', 'isAdmin', 'role', 'toString', ' '])]: MARKER },
    ],
  ]
  if (required.length > 0) flaws.push(() => ['missing field', without(fits, random.pick(required))])
  if (properties.length > 0)
    flaws.push(
      ...Array(4).fill(() => {
        const [name, property] = random.pick(properties)
        const object = property.type === 'object' && random.chance(0.7) ? withInner(property, random) : undefined
        return [
          `wrong ${name}`,
          { ...fits, [name]: object ?? wrongValue(property.enum ? { type: 'enum' } : property, random) },
        ]
      }),
    )
  const [flaw, body] = random.pick(flaws)()
  return { flaw, payload: JSON.stringify(body), type: JSON_TYPE }
}

function withInner(schema: Schema, random: Random): unknown {
  const [name, inner] = random.pick(Object.entries(schema.properties ?? { none: {} }))
  // An empty string is allowed where a text may be left out.
  const wrong = wrongValue(inner, random)
  return { [name]: wrong === '' ? 7 : wrong }
}

function without(body: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))
}

/** Bytes that are no JSON, or JSON that readers disagree about, whatever the schema. */
export function unreadable(fits: unknown, random: Random): FlawedBody {
  const text = JSON.stringify(fits)
  const key = text.slice(1, -1)
  const json = (flaw: string, payload: string | Buffer) => ({ flaw, payload, type: JSON_TYPE })
  const deep = random.pick([33, 40, 1000, 30_000])
  return random.pick([
    () => json('truncated', text.slice(0, random.integer(1, text.length - 1))),
    () => json('trailing comma', `${text.slice(0, -1)},}`),
    () => json('twice', `${text}${text}`),
    () => json('duplicate keys', `{${key},${key}}`),
    () => json('duplicate escaped key', `{"a":1,"\\u0061":2}`),
    () => json('__proto__', `{"__proto__":{"admin":true},${key}}`),
    () => json('escaped __proto__', `{"\\u005f_proto__":{"admin":true},${key}}`),
    () => json('constructor', `{"constructor":{"prototype":{"a":1}},${key}}`),
    () => json('deep array', `{"a":${'['.repeat(deep)}${']'.repeat(deep)},${key}}`),
    () => json('deep object', `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`),
    () => json('open deep', '['.repeat(deep)),
    () => json('lone surrogate', `{"text":"${MARKER}\\ud800",${key}}`),
    () => json('NUL', `{"text":"${MARKER}\\u0000",${key}}`),
    () => json('raw control', `{"text":"\u0001",${key}}`),
    () =>
      json(
        'GBK',
        Buffer.concat([
          Buffer.from('{"text":"'),
          Buffer.from([0xb9, 0xa4, 0xd7, 0xca, 0xc3, 0xbb]),
          Buffer.from(`",${key}}`),
        ]),
      ),
    () => json('UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')),
    () => json('latin 1', Buffer.from('{"text":"é"}', 'latin1')),
    () => json('overlong UTF-8', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])),
    () => json('two BOMs', `\ufeff\ufeff${text}`),
    () => json('random bytes', Buffer.from(random.bytes(random.integer(1, 200)))),
    () => json('huge number', `{"id":1e400,${key}}`),
    () => json('long number', `{"basedOn":${'9'.repeat(400)},${key}}`),
    () =>
      json(
        'not JSON',
        random.pick(['NaN', 'undefined', "{'a':1}", '{a:1}', '//', '+1', '01', '<xml/>', '"', '\\', ']']),
      ),
    () => json('no object', random.pick(['null', '[]', '7', '"x"', 'true', '[{}]', '{}', '""'])),
    () => json('empty', ''),
    () => ({ flaw: 'XML', payload: `<a>${MARKER}</a>`, type: random.pick(['application/xml', 'text/xml']) }),
    () => ({
      flaw: 'other kind',
      payload: text,
      type: random.pick([
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/json; charset=gbk',
        'application/jsonx',
        'application/*',
        ';',
        'json',
        'application/cbor',
      ]),
    }),
    () => ({ flaw: 'form', payload: `text=${encodeURIComponent(MARKER)}`, type: 'application/x-www-form-urlencoded' }),
    () => ({ flaw: 'no kind', payload: text, type: null }),
  ])()
}
