import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import type { Block } from '../../domain/article/block.ts'
import { Gather } from './gather.ts'
import { type Step, stepByStep } from './step-by-step.ts'

type Node = DefaultTreeAdapterTypes.Node
type Kind = 'paragraph' | 'heading' | 'quote' | 'item'

const kinds: Readonly<Record<string, Kind>> = {
  ...{ h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' },
  ...{ blockquote: 'quote', li: 'item', dt: 'item', dd: 'item', td: 'item', th: 'item' },
}
/** Elements that begin a block of their own; what is not named here runs within one. */
const blocks = new Set([
  ...[
    'address',
    'article',
    'aside',
    'body',
    'caption',
    'center',
    'details',
    'dialog',
    'div',
    'dl',
    'fieldset',
    'figcaption',
  ],
  ...[
    'figure',
    'footer',
    'form',
    'header',
    'hgroup',
    'hr',
    'legend',
    'main',
    'menu',
    'nav',
    'ol',
    'p',
    'pre',
    'listing',
    'search',
  ],
  ...['section', 'summary', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul', 'option', 'select', 'optgroup'],
  ...Object.keys(kinds),
])
/** What no reader ever saw as text. */
const unread = new Set(['script', 'style', 'template', 'head', 'title', 'noscript', 'iframe', 'object', 'svg'])

/**
 * The text of an HTML page or a part of one, as blocks: nothing but its text, and all of it, with the words of pictures, which
 * some pages begin a text with. Markup and what is no text to a reader (scripts, styles, the head) fall away. White space: see
 * `Gather`; within `pre` a line stays a line.
 */
export function importHtml(html: string): Block[] {
  return blocksOf(parse(html, { scriptingEnabled: false }))
}

/** The same of what stands within another text: a frame or a head that is named there does not end or hide what follows. */
export function importHtmlPart(html: string): Block[] {
  return blocksOf(parseFragment(html, { scriptingEnabled: false }))
}

function blocksOf(root: Node): Block[] {
  const gather = new Gather()
  stepByStep(() => walk(root, 'paragraph', gather))
  gather.end('paragraph')
  return gather.blocks
}

function walk(node: Node, kind: Kind, gather: Gather, pre = false): readonly Step[] {
  if (node.nodeName === '#text') text((node as DefaultTreeAdapterTypes.TextNode).value, gather, pre)
  else if (node.nodeName === 'br') gather.line()
  else if (node.nodeName === 'img') gather.add(attributeOf(node as DefaultTreeAdapterTypes.Element, 'alt'))
  else if (!unread.has(node.nodeName)) return walkInto(node, kind, gather, pre)
  return []
}

function text(value: string, gather: Gather, pre: boolean): void {
  const all = pre ? value.split(/\r\n|[\r\n]/) : [value]
  for (const [at, line] of all.entries()) {
    if (at > 0) gather.line()
    gather.add(line)
  }
}

function attributeOf({ attrs }: DefaultTreeAdapterTypes.Element, name: string): string {
  return attrs.find((each) => each.name === name)?.value ?? ''
}

function walkInto(node: Node, kind: Kind, gather: Gather, pre: boolean): readonly Step[] {
  const own = blocks.has(node.nodeName)
  // A paragraph within a quote or an item is of its kind.
  const inner = kinds[node.nodeName] ?? kind
  if (own) gather.end(kind)
  const within = pre || node.nodeName === 'pre' || node.nodeName === 'listing' || node.nodeName === 'textarea'
  const children = 'childNodes' in node ? node.childNodes : []
  return [
    ...children.map((child) => () => walk(child, inner, gather, within)),
    () => {
      if (own) gather.end(inner)
      return []
    },
  ]
}
