import pg from 'pg'
import type { Database } from '../../src/server/database.ts'

type Query = (this: pg.Client, ...args: unknown[]) => unknown
type Asked = string | { readonly text?: string; readonly name?: string } | undefined

/**
 * Every question that readers ask from here on, by its name, or by itself where it has none. Taken back by `stop`: files of a
 * worker share its process.
 */
export function watchReaders(): { readonly asked: ReadonlyMap<string, string>; stop(): void } {
  const asked = new Map<string, string>()
  const client = pg.Client.prototype as unknown as { query: Query }
  const { query } = client
  client.query = function (...args) {
    const of = (this as unknown as { connectionParameters: { application_name?: string } }).connectionParameters
    const one = args[0] as Asked
    const { text, name } = typeof one === 'string' ? { text: one, name: undefined } : (one ?? {})
    if (of.application_name === 'zhagen reader' && text !== undefined && /^\s*(select|with)\b.* from /s.test(text)) {
      const plain = text.replace(/\s+/g, ' ').trim()
      asked.set(name ?? plain, plain)
    }
    return query.apply(this, args)
  }
  return {
    asked,
    stop: () => {
      client.query = query
    },
  }
}

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Plan[]
}

/** What finds the rows of a question: indexes, and tables that are read whole. */
export type Found = { readonly by: readonly string[]; readonly whole: readonly string[] }

/**
 * How PostgreSQL finds the rows under the policies of a reader, whatever the values, if it takes an index wherever one can
 * serve. The database must be empty and never analysed, so that nothing but the question and the indexes decides.
 */
export async function plansOf(database: Database, asked: ReadonlyMap<string, string>): Promise<Map<string, Found>> {
  const client = await database.reader.connect()
  try {
    await client.query(
      'set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; ' +
        'set enable_material = off; set enable_bitmapscan = off',
    )
    const found = new Map<string, Found>()
    for (const [name, text] of asked) {
      const { rows } = await client.query(`explain (generic_plan, costs off, format json) ${text}`)
      const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan)
      const whole = nodes.filter(
        (node) => node['Relation Name'] && /Scan/.test(node['Node Type']) && !node['Index Cond'],
      )
      found.set(name, {
        by: sorted(nodes.flatMap((node) => (node['Index Cond'] ? [node['Index Name'] as string] : []))),
        whole: sorted(whole.map((node) => node['Relation Name'] as string)),
      })
    }
    return found
  } finally {
    client.release(true)
  }
}

const nodesOf = (node: Plan): Plan[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
const sorted = (names: readonly string[]) => [...new Set(names)].sort()
