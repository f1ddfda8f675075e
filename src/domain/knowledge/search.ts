import type { Card } from './card.ts'

// A word of the question tells more than one that stands somewhere in the answer.
const WEIGHT = { asked: 3, told: 1 }
// A sentence typed as one would say it shares some pairs of characters with many cards; a third of them is a match.
const SHARE = 1 / 3

/**
 * Cards that fit what was typed, best first. Cards are few, so each is read: whatever stands in a card as typed is found,
 * always; beyond that, cards that share enough pairs of neighbouring characters with it. Nothing typed finds nothing.
 */
export function searchCards(cards: readonly Card[], typed: string): readonly Card[] {
  const words = typed
    .split(/[\s，。、；：？！,.;:?!"'“”‘’()（）]+/u)
    .map(plain)
    .filter((word) => word !== '')
  if (words.length === 0) return []
  return cards
    .map((card) => ({ card, score: scoreOf(card, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ card }) => card)
}

function scoreOf(card: Card, words: readonly string[]): number {
  const asked = plain([card.question.zh, card.question.en, ...card.also].join('|'))
  const told = plain([...card.answer, ...card.papers].flatMap(({ zh, en }) => [zh, en]).join('|'))
  return words.reduce((sum, word) => sum + wordScore(word, asked, told), 0)
}

function wordScore(word: string, asked: string, told: string): number {
  const whole = (asked.includes(word) ? WEIGHT.asked : 0) + (told.includes(word) ? WEIGHT.told : 0)
  if (whole > 0) return whole * 100
  const pairs = pairsOf(word)
  const met = (text: string) => pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length)
  const [inAsked, inTold] = [met(asked), met(told)]
  if (Math.max(inAsked, inTold) < SHARE) return 0
  return Math.round(10 * (inAsked * WEIGHT.asked + inTold * WEIGHT.told))
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
