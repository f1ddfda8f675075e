import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block } from '../../domain/article/block.ts'
import { wordsOfBlock } from '../../domain/article/block.ts'
import { Gather } from './gather.ts'
import { importHtml } from './import-html.ts'

type Kind = 'paragraph' | 'heading' | 'quote' | 'item'
type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number]

const inner: Readonly<Record<string, Kind>> = { heading: 'heading', blockquote: 'quote', listItem: 'item' }
const ends = new Set(['heading', 'paragraph', 'code', 'html', 'listItem', 'blockquote'])

/**
 * The text of a Markdown document as blocks: nothing but its text, and all of it. Marks, addresses of links and rules fall away, the
 * words of a picture stay. HTML within it is read as HTML. White space: see `Gather`.
 */
export function importMarkdown(text: string): Block[] {
  const gather = new Gather()
  // A byte order mark is no character of the text, and would hide a first heading.
  walk(fromMarkdown(text.replace(/^\uFEFF/, '')), 'paragraph', gather, true)
  gather.end('paragraph')
  return gather.blocks
}

function walk(node: Node, kind: Kind, gather: Gather, flow: boolean): void {
  const own = inner[node.type] ?? kind
  if (node.type === 'text' || node.type === 'inlineCode') gather.add(node.value)
  else if (node.type === 'code') code(node.value, own, gather)
  else if (node.type === 'html') html(node.value, own, gather, flow)
  else if (node.type === 'break') gather.line()
  else if (node.type === 'image' || node.type === 'imageReference') gather.add(node.alt ?? '')
  else if ('children' in node) {
    const within = node.type !== 'paragraph' && node.type !== 'heading' && flow
    for (const child of node.children) walk(child, own, gather, within)
    if (ends.has(node.type)) gather.end(own)
  }
}

function code(value: string, kind: Kind, gather: Gather): void {
  for (const line of value.split('\n')) {
    gather.add(line)
    gather.line()
  }
  gather.end(kind)
}

/** Between blocks it is blocks of its own; within a line it is one tag, and its text, if any, runs on. */
function html(value: string, kind: Kind, gather: Gather, flow: boolean): void {
  const found = importHtml(value)
  if (flow) {
    gather.end(kind)
    gather.blocks.push(...found)
  } else if (/^<br\b/i.test(value)) gather.line()
  else gather.add(found.map(wordsOfBlock).join(' '))
}
