import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block } from '../../domain/article/block.ts'
import { wordsOfBlock } from '../../domain/article/block.ts'
import { Gather } from './gather.ts'
import { importHtmlPart } from './import-html.ts'
import { marksBesideChinese } from './marks-beside-chinese.ts'
import { type Step, stepByStep } from './step-by-step.ts'
import { wordsInAddresses } from './words-in-addresses.ts'

type Kind = 'paragraph' | 'heading' | 'quote' | 'item'
type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number]

const inner: Readonly<Record<string, Kind>> = { heading: 'heading', blockquote: 'quote', listItem: 'item' }
const ends = new Set(['heading', 'paragraph', 'code', 'html', 'listItem', 'blockquote', 'definition'])

/**
 * The text of a Markdown document as blocks: nothing but its text, and all of it. Marks, addresses of links and rules fall away;
 * the words of a picture stay, and so do numbers of lists, notes, and what stands where an address would but is none. HTML
 * within it is read as HTML. White space: see `Gather`.
 */
export function importMarkdown(text: string): Block[] {
  const gather = new Gather()
  // A byte order mark is no character of the text, and would hide a first heading.
  const source = text.replace(/^\uFEFF+/, '')
  const root = fromMarkdown(source, { extensions: [marksBesideChinese] })
  const written = wordsInAddresses(root)
  stepByStep(() => walk(root, 'paragraph', true))
  gather.end('paragraph')
  return gather.blocks

  function walk(node: Node, kind: Kind, flow: boolean): readonly Step[] {
    const own = inner[node.type] ?? kind
    if (node.type === 'text' || node.type === 'inlineCode') gather.add(node.value)
    else if (node.type === 'code') code(node, own, gather)
    else if (node.type === 'html') html(node.value, own, gather, flow)
    else if (node.type === 'break') gather.line()
    else if (written.has(node)) return asWritten(node, own)
    else if (node.type === 'image' || node.type === 'imageReference') gather.add(node.alt ?? '')
    else if ('children' in node) return within(node, own, flow)
    return []
  }

  function within(node: Node & { children: readonly Node[] }, own: Kind, flow: boolean): readonly Step[] {
    const deeper = node.type !== 'paragraph' && node.type !== 'heading' && flow
    // What stands before a point or a bracket may be the year a text begins with.
    if (node.type === 'listItem') gather.add(/^\d+[.)]/.exec(sourceOf(node, 12))?.[0].concat(' ') ?? '')
    return [
      ...node.children.map((child) => () => walk(child, own, deeper)),
      () => {
        if (ends.has(node.type)) gather.end(own)
        return []
      },
    ]
  }

  /** As it stands in the source, marks and all; what is marked within its words is read. */
  function asWritten(node: Node, own: Kind): readonly Step[] {
    const whole = sourceOf(node)
    const children: readonly Node[] = 'children' in node ? node.children : []
    const [first, last] = [children[0], children.at(-1)]
    const add = (words: string): Step => {
      return () => {
        gather.add(words)
        if (ends.has(node.type)) gather.end(own)
        return []
      }
    }
    if (!first || !last) return [add(whole)]
    const from = startOf(node)
    return [
      add(whole.slice(0, startOf(first) - from)),
      ...children.map((child) => () => walk(child, own, false)),
      add(whole.slice(startOf(last) + sourceOf(last).length - from)),
    ]
  }

  function sourceOf(node: Node, most = Number.POSITIVE_INFINITY): string {
    const from = startOf(node)
    return source.slice(from, Math.min(node.position?.end.offset ?? from, from + most))
  }
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0
}

/** Behind the fence stands the name of a language, which nobody sees, or words. */
function code({ value, lang, meta }: Extract<Node, { type: 'code' }>, kind: Kind, gather: Gather): void {
  const title = [lang, meta].filter(Boolean).join(' ')
  for (const line of [...(/[^ -~]/.test(title) ? [title] : []), ...value.split(/\r\n|[\r\n]/)]) {
    gather.add(line)
    gather.line()
  }
  gather.end(kind)
}

/** Between blocks it is blocks of its own; within a line it is one tag, and its text, if any, runs on. */
function html(value: string, kind: Kind, gather: Gather, flow: boolean): void {
  const found = importHtmlPart(value)
  if (flow) {
    gather.end(kind)
    gather.blocks.push(...found)
  } else if (/^<br\b/i.test(value)) gather.line()
  else gather.add(found.map(wordsOfBlock).join(' '))
}
