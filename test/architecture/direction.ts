import path from 'node:path'
import type { Finding, SourceFile } from './source-file.ts'

/**
 * Which rooms a room may import from, besides itself. The order of the house:
 * domain <- protocol <- server/{ledger,vault,projection,view,sync} <- server/command <- server/http, follow, notice, figure, job, cli;
 * domain, protocol <- web. A folder or file of the server that stands in no layer (clock, config, database, …) is
 * the ground floor of the server: everyone there may import it, and it imports no layer above it.
 */
const STORES = ['ledger', 'vault', 'projection', 'view', 'sync']
const EDGES = ['http', 'job', 'cli', 'backup', 'follow', 'notice', 'figure']
/**
 * Places whose purpose is to put the layers together, or to say what was put together; nothing below imports them.
 * A step of the installation stands in the room it fills, and uses whatever the whole server has.
 */
const COMPOSER = /^src\/server\/(main|compose|context|install|\w+\/install-[\w-]+)\.ts$/

type Layer = 'domain' | 'protocol' | 'ground' | 'store' | 'command' | 'edge' | 'kit' | 'door' | 'field' | 'desk' | 'web'

const ALLOWED: Record<Layer, readonly Layer[]> = {
  domain: [],
  protocol: ['domain'],
  ground: ['domain', 'protocol'],
  store: ['domain', 'protocol', 'ground', 'store'],
  command: ['domain', 'protocol', 'ground', 'store'],
  edge: ['domain', 'protocol', 'ground', 'store', 'command', 'edge'],
  web: ['domain', 'protocol', 'web'],
  kit: ['domain', 'protocol', 'web'],
  door: ['domain', 'protocol', 'web', 'kit'],
  field: ['domain', 'protocol', 'web', 'kit'],
  desk: ['domain', 'protocol', 'web', 'kit'],
}

/** Pages drawn on the server are the one place where server and web meet outside the protocol. */
const DRAWS_THE_DOOR = 'src/server/http/door/'

const COMPONENT_LIBRARIES =
  /^(react-aria-components|react-aria|react-stately|@react-aria\/|antd|antd-mobile|@ant-design\/)/
const REACT = /^(react|react-dom|@tanstack\/react-)/

/** The layer of a path below src; undefined for a folder the house does not know. */
export function layerOf(file: string): Layer | undefined {
  const [, room, sub, ...deeper] = file.split('/')
  if (room === 'domain' || room === 'protocol') return room
  if (room === 'cli') return 'edge'
  if (room === 'web') {
    if (sub === 'kit' || sub === 'door' || sub === 'field' || sub === 'desk') return sub
    return deeper.length === 0 ? 'web' : undefined
  }
  if (room !== 'server') return undefined
  if (COMPOSER.test(file)) return 'edge'
  if (sub && STORES.includes(sub)) return 'store'
  if (sub && EDGES.includes(sub)) return 'edge'
  return sub === 'command' ? 'command' : 'ground'
}

/** An own file's path when the import names one, undefined for a package. */
export function targetOf(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : undefined
}

export interface DirectionReport {
  readonly modules: number
  readonly edges: number
  readonly findings: readonly Finding[]
}

/** Every import of every file against the house's one direction, and how much was looked at. */
export function checkDirections(files: readonly SourceFile[]): DirectionReport {
  const findings: Finding[] = []
  let edges = 0
  for (const file of files) {
    const layer = layerOf(file.path)
    if (!layer) findings.push({ path: file.path, line: 1, what: 'stands in a folder the house does not know' })
    // A fixture is part of the tests that share it.
    const test = /\.(test|fixture)\.tsx?$/.test(file.path)
    for (const { from, line } of file.imports) {
      edges += 1
      const what = layer ? complaint(file.path, layer, from, test) : undefined
      if (what) findings.push({ path: file.path, line, what })
    }
  }
  return { modules: files.length, edges, findings }
}

function complaint(file: string, layer: Layer, from: string, test: boolean): string | undefined {
  const target = targetOf(file, from)
  if (target === undefined) return packageComplaint(file, layer, from, test)
  if (test && target.startsWith('test/kit/')) return undefined
  // Data is no module: rules are read by the server and handed on; the pages may carry their texts.
  if (target.endsWith('.css') || target.startsWith('rules/'))
    return layer === 'domain' && !test ? `domain imports ${target}` : undefined
  if (!target.startsWith('src/')) return test ? undefined : `leaves src: ${target}`
  const other = layerOf(target)
  if (!other) return `imports ${target}, which stands in no known folder`
  if (other === layer) return undefined
  if (ALLOWED[layer].includes(other)) return undefined
  if (other === 'door' && file.startsWith(DRAWS_THE_DOOR)) return undefined
  // A server test may put layers together; that the parts themselves do not is what counts.
  if (test && file.startsWith('src/server/') && target.startsWith('src/server/')) return undefined
  return `${layer} imports ${other} (${target})`
}

function packageComplaint(file: string, layer: Layer, from: string, test: boolean): string | undefined {
  if (test) return undefined
  if (layer === 'domain') return `domain imports ${from}`
  if (layer === 'protocol' && !/^zod(\/|$)/.test(from)) return `protocol imports ${from}`
  if (layer === 'protocol' && from !== 'zod/mini') return `protocol imports ${from}; the phone carries zod/mini`
  if (COMPONENT_LIBRARIES.test(from) && layer !== 'kit') return `only web/kit imports a component library, not ${from}`
  if (file.startsWith('src/web/') && /^node:/.test(from)) return `web imports ${from}`
  if (!file.startsWith('src/web/') && REACT.test(from)) return `the server does not import ${from}`
  return undefined
}
