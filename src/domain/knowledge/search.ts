import type { Card } from './card.ts'

// A word of the question tells more than one that stands somewhere in the answer.
const WEIGHT = { asked: 5, told: 1 }
// A sentence typed as one would say it shares some pairs of characters with many cards; a third of their weight is a match.
const SHARE = 1 / 3

/**
 * Cards that fit what was typed, best first. Cards are few, so each is read: whatever stands in a card as typed is found,
 * always; beyond that, cards that share enough pairs of neighbouring characters with it, a pair that few cards have weighing
 * more. Nothing typed finds nothing.
 */
export function searchCards(cards: readonly Card[], typed: string): readonly Card[] {
  const words = typed
    .split(/[\s，。、；：？！,.;:?!"'“”‘’()（）]+/u)
    .map(plain)
    .filter((word) => word !== '')
  const texts = cards.map(textsOf)
  const having = (pair: string) => texts.filter(({ asked, told }) => asked.includes(pair) || told.includes(pair)).length
  const asked = words.map((word) => {
    const met = pairsOf(word).map((pair) => ({ pair, cards: having(pair) }))
    // What stands nowhere says nothing about any card.
    const pairs = met
      .filter(({ cards }) => cards > 0)
      .map(({ pair, cards }) => ({ pair, weight: Math.sqrt(texts.length / cards) }))
    return { word, pairs, whole: pairs.reduce((sum, { weight }) => sum + weight, 0) }
  })
  return texts
    .map((text) => ({ card: text.card, score: asked.reduce((sum, each) => sum + scoreOf(each, text), 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ card }) => card)
}

type Texts = { readonly card: Card; readonly asked: string; readonly told: string }
type Word = {
  readonly word: string
  readonly whole: number
  readonly pairs: readonly { readonly pair: string; readonly weight: number }[]
}

function textsOf(card: Card): Texts {
  const told = [...card.answer, ...card.papers].flatMap(({ zh, en }) => [zh, en])
  return {
    card,
    asked: plain([card.question.zh, card.question.en, ...card.also].join('|')),
    told: plain(told.join('|')),
  }
}

function scoreOf({ word, pairs, whole: all }: Word, { asked, told }: Texts): number {
  const whole = (asked.includes(word) ? WEIGHT.asked : 0) + (told.includes(word) ? WEIGHT.told : 0)
  // Above whatever pairs can come to.
  if (whole > 0) return whole * 1e6
  const met = pairs.filter(({ pair }) => asked.includes(pair) || told.includes(pair))
  if (met.length === 0 || met.reduce((sum, { weight }) => sum + weight, 0) < all * SHARE) return 0
  return met.reduce((sum, { pair, weight }) => sum + weight * (asked.includes(pair) ? WEIGHT.asked : WEIGHT.told), 0)
}

function pairsOf(word: string): readonly string[] {
  const characters = [...word]
  return characters.slice(1).map((character, at) => (characters[at] ?? '') + character)
}

/** One form for one word: full width as half width, small letters, nothing between. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，。、；：？！,.;:?!"'“”‘’()（）《》]+/gu, '')
}
