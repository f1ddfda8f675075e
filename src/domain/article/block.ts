/** What a figure in an article says of when it was counted: anew at every look, or once at the release. */
export type FigureMode = 'live' | 'frozen'

/** A figure frozen at the release: the count, null where it is too few to be told, and the local day. */
export type FrozenFigure = { readonly n: number | null; readonly on: string }

/**
 * One block of an article. `person`: it tells of the worker who agreed to be told about, in words or by a picture, and goes
 * when that is taken back. Text is plain: no markup of any kind stands in it.
 */
export type Block =
  | {
      readonly kind: 'paragraph' | 'heading' | 'quote' | 'item'
      readonly text: string
      readonly person?: boolean | undefined
    }
  | {
      readonly kind: 'picture'
      /** PNG or JPEG, base64, without what a camera writes about place and device. */
      readonly image: string
      /** What is to be seen, for who does not see it. */
      readonly alt: string
      readonly person?: boolean | undefined
    }
  | {
      readonly kind: 'figure'
      /** Code of a measure, counted for the union of the article with everything below it. */
      readonly measure: string
      readonly cut?: string | undefined
      /** Months, YYYY-MM, inclusive. */
      readonly from: string
      readonly to: string
      readonly mode: FigureMode
      /** Put in by the release where it is frozen. */
      readonly value?: FrozenFigure | undefined
    }

/** What an article says. `titleTells`: the title points to the worker. `note`: what a correction says of itself. */
export type Words = {
  readonly title: string
  readonly titleTells?: boolean | undefined
  readonly note?: string | undefined
  readonly blocks: readonly Block[]
}

/** The words of a block; empty for a figure, whose words are the reader's. */
export function wordsOfBlock(block: Block): string {
  if (block.kind === 'figure') return ''
  return block.kind === 'picture' ? block.alt : block.text
}

/** Whether a block tells of the worker. */
export function tellsOfPerson(block: Block): boolean {
  return block.kind !== 'figure' && block.person === true
}

/** Title and blocks without anything marked as the worker's; null when nothing to read is left. */
export function withoutPerson(words: Words): Words | null {
  const blocks = words.blocks.filter((block) => !tellsOfPerson(block))
  if (!blocks.some((block) => block.kind !== 'figure' && block.kind !== 'heading')) return null
  const { titleTells, note: _, ...rest } = words
  return { ...rest, title: titleTells ? '' : words.title, blocks }
}

/**
 * Pages `1 2 3` of an article: blocks are never cut, a page ends with the block that fills it, and a heading goes to the page
 * of what it heads. Joined in order the pages are the article: nothing is lost and nothing stands twice.
 * @param most characters (code points) after which a page ends, at least 1
 */
export function pagesOf(blocks: readonly Block[], most: number): readonly (readonly Block[])[] {
  const pages: Block[][] = []
  let page: Block[] = []
  let length = 0
  for (const block of blocks) {
    const words = [...wordsOfBlock(block)].length
    if (page.length > 0 && length >= most) {
      const heading = page.at(-1)?.kind === 'heading' && page.length > 1 ? page.pop() : undefined
      pages.push(page)
      page = heading ? [heading] : []
      length = 0
    }
    page.push(block)
    length += words
  }
  return page.length > 0 ? [...pages, page] : pages
}
