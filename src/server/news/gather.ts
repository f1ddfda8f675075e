import type { Block } from '../../domain/article/block.ts'
import { longText } from '../../protocol/shape.ts'

type Kind = 'paragraph' | 'heading' | 'quote' | 'item'

// No reader ever saw one, and no text of ours may hold one.
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g

/**
 * Gathers running text into blocks. White space is what HTML means by it: space, tab, line feed, form feed, carriage return; a
 * run of it is one space, at the ends of a block and of a line none. Every other character stays as it is, the ideographic space
 * (U+3000) and what stands outside the basic plane included; a text too long for one block goes on in the next.
 */
export class Gather {
  readonly blocks: Block[] = []
  #text = ''

  /** More of the block that is open. */
  add(text: string): void {
    this.#text += text.replace(controls, '').replace(/[ \t\n\f\r]+/g, ' ')
  }

  /** A line ends within the block. */
  line(): void {
    this.#text += '\n'
  }

  /** The block ends, if there is anything in it. */
  end(kind: Kind): void {
    const text = this.#text
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/^[ \n]+|[ \n]+$/g, '')
    this.#text = ''
    for (const part of partsOf(text)) this.blocks.push({ kind, text: part })
  }
}

/** Never within a character. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > longText) {
    const split = rest.charCodeAt(longText - 1) >= 0xd800 && rest.charCodeAt(longText - 1) <= 0xdbff
    const at = split ? longText - 1 : longText
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest === '' ? parts : [...parts, rest]
}
