import type { fromMarkdown } from 'mdast-util-from-markdown'
import { type Step, stepByStep } from './step-by-step.ts'

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number]

/**
 * Links, pictures and definitions of a Markdown document that are read as they are written, because words would go with them:
 * notes (`[^1]: …`), definitions nothing calls for, and what has words where an address would stand (`[注]: 见第三条`).
 */
export function wordsInAddresses(root: Node): ReadonlySet<Node> {
  const all: Node[] = []
  const gather = (node: Node): readonly Step[] => {
    all.push(node)
    return 'children' in node ? node.children.map((child) => () => gather(child)) : []
  }
  stepByStep(() => gather(root))

  const called = new Set(all.flatMap((node) => (isReference(node) ? [node.identifier] : [])))
  const words = new Set(
    all.flatMap((node) =>
      node.type === 'definition' && (node.identifier.startsWith('^') || !isAddress(node.url)) ? [node.identifier] : [],
    ),
  )
  return new Set(
    all.filter((node) => {
      if (node.type === 'link' || node.type === 'image') return !isAddress(node.url)
      if (node.type === 'definition') return words.has(node.identifier) || !called.has(node.identifier)
      return isReference(node) && words.has(node.identifier)
    }),
  )
}

function isReference(node: Node): node is Extract<Node, { type: 'linkReference' | 'imageReference' }> {
  return node.type === 'linkReference' || node.type === 'imageReference'
}

/** Plain ASCII, or with the marks of an address or of a file's name: a name of a file may well be Chinese. */
function isAddress(text: string): boolean {
  return /^[ -~]*$/.test(text) || /^[a-z][a-z0-9+.-]*:|[/\\]|^[#?.]|\.[a-z0-9]{1,5}$/i.test(text)
}
