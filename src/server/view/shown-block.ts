import type { ClientBase } from 'pg'
import type { Block } from '../../domain/article/block.ts'
import type { FigureRules } from '../../domain/measure/figure-rules.ts'
import type { ShownBlock } from '../../protocol/news-view.ts'
import { countForArticle } from './article-figure.ts'

/** Blocks with their figures counted, at the time of asking or as they were frozen. `n`: place in the whole article. */
export async function shownBlocks(
  client: Pick<ClientBase, 'query'>,
  unit: number,
  blocks: readonly { readonly block: Block; readonly n: number }[],
  rules: FigureRules,
  { images, now }: { readonly images: boolean; readonly now: Date },
): Promise<ShownBlock[]> {
  const shown: ShownBlock[] = []
  for (const { block, n } of blocks) shown.push(await shownBlock(client, unit, block, n, rules, { images, now }))
  return shown
}

async function shownBlock(
  client: Pick<ClientBase, 'query'>,
  unit: number,
  block: Block,
  n: number,
  rules: FigureRules,
  { images, now }: { readonly images: boolean; readonly now: Date },
): Promise<ShownBlock> {
  if (block.kind === 'picture') {
    const { kind, alt, image, person } = block
    return { kind, alt, n, ...(images ? { image } : {}), ...(person ? { person } : {}) }
  }
  if (block.kind !== 'figure') return { kind: block.kind, text: block.text, ...(block.person ? { person: true } : {}) }
  const { kind, measure, cut = null, from, to, mode, value } = block
  const name = Object.hasOwn(rules.measures, measure)
    ? rules.measures[measure as keyof typeof rules.measures].name
    : { zh: measure, en: measure }
  const counted = value ?? { n: await countForArticle(client, unit, block, rules, now), on: null }
  return { kind, measure, name, cut, from, to, mode, ...counted }
}
