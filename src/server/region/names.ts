import type { RegionLevel } from './edition.ts'

/** A node in force. `children`: whether a picker may open it further. */
export type Region = { code: string; name: string; level: RegionLevel; realm: number; children: boolean }

/** A node found by words, with the names above it from the province down (no nation), for telling namesakes apart. */
export type FoundRegion = Region & { path: string[] }

/** A node in force, as the table holds it. */
export type RegionRow = Omit<Region, 'children'> & { readonly parent: string | null }

/** Finds nodes by words, best first, at most `limit`. */
export type FindNames = (text: string, limit: number) => FoundRegion[]

type Node = RegionRow & { readonly rank: number; up: Node | undefined }

const NATION = '000000'
const LEVELS: readonly RegionLevel[] = ['nation', 'province', 'prefecture', 'county', 'township']

/**
 * Nodes whose own name contains the words or whose code begins with them. Of several words one must be in the node's own
 * name and the others anywhere on its path (`江湾 柳荫`). Best first: same name, begins with it, shorter code, higher level,
 * code.
 *
 * The nodes are put into that order once, and for each character stands which names hold it, so that a word is looked for
 * only among the names that hold its rarest one. The scan by the database that this replaces took 25 ms of 45,000 names; a
 * trigram index finds no Chinese name of two characters.
 */
export function indexNames(rows: readonly RegionRow[]): FindNames {
  const nodes = rows.toSorted(better).map((row, rank): Node => ({ ...row, rank, up: undefined }))
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  for (const node of nodes) node.up = byCode.get(node.parent ?? '')
  const parents = new Set(nodes.map(({ parent }) => parent))
  const holding = new Map<string, Node[]>()
  for (const node of nodes) {
    for (const sign of new Set(node.name)) {
      const known = holding.get(sign)
      if (known) known.push(node)
      else holding.set(sign, [node])
    }
  }
  const among = (word: string): readonly Node[] => {
    if (/^\d+$/.test(word)) return nodes
    const lists = Array.from(word, (sign) => holding.get(sign) ?? [])
    return lists.reduce((one, other) => (other.length < one.length ? other : one))
  }
  return (text, limit) => {
    const words = text.normalize('NFC').split(/\s+/).filter(Boolean)
    // Same name, begins with a word, the rest: of each, and for each word, the first `limit` are enough.
    const found = [new Set<Node>(), new Set<Node>(), new Set<Node>()] as const
    for (const word of words) {
      const [same, begins, rest] = found.map((some) => ({ some, most: some.size + limit }))
      for (const node of among(word)) {
        const kind = words.includes(node.name) ? same : words.some((each) => node.name.startsWith(each)) ? begins : rest
        if (!kind || kind.some.size >= kind.most || !isOwn(node, word)) continue
        if (words.every((each) => isOnPath(node, each))) kind.some.add(node)
      }
    }
    return found
      .flatMap((some) => [...some].sort((one, other) => one.rank - other.rank))
      .slice(0, limit)
      .map(({ code, name, level, realm, up }) => ({
        ...{ code, name, level, realm, children: parents.has(code) },
        path: pathTo(up)
          .filter((node) => node.code !== NATION)
          .map((node) => node.name),
      }))
  }
}

function better(one: RegionRow, other: RegionRow): number {
  const order = one.code < other.code ? -1 : Number(one.code > other.code)
  return one.code.length - other.code.length || LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || order
}

function isOwn({ name, code }: RegionRow, word: string): boolean {
  return name.includes(word) || code.startsWith(word)
}

function isOnPath(node: Node, word: string): boolean {
  return node.code.includes(word) || pathTo(node).some(({ name }) => name.includes(word))
}

/** From the top down to the node itself. */
function pathTo(node: Node | undefined): Node[] {
  return node ? [...pathTo(node.up), node] : []
}
