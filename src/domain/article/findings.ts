import { readDemandNumber } from '../code/demand-number.ts'
import { findPersonal, type PersonalKind } from '../mask.ts'
import { type Words, wordsOfBlock } from './block.ts'

/** What a text may give away. `count`: so few workers that who knows the place knows them. */
export type FindingKind =
  | PersonalKind
  | 'demand-number'
  | 'pseudonym'
  | 'check-word'
  | 'employer'
  | 'count'
  | 'assisted-consent'

/** Something a releaser must answer. `id` names it within one text; the words themselves are not handed on. */
export type Finding = {
  readonly id: string
  readonly kind: FindingKind
  /** Place of the block, from 0; -1 for the title, -2 for the consent. */
  readonly block: number
  readonly from: number
  readonly to: number
}

/** What the check compares with. */
export type Known = {
  /** Words with which genuine callers open. */
  readonly checkWords: readonly string[]
  /** Names of employers that stand in the text. */
  readonly employers: readonly string[]
  /** The consent came with a code that staff could have seen (domain §4 rule 28). */
  readonly assisted: boolean
}

const few =
  /(?<![\d一二两三四五六七八九十百千万])[一二两三四1-4](?:名|位|个)(?:女|男|老|青年|年轻)?(?:职工|工人|同事|师傅|工友)/g
const numbers = /(?:SQ-?)?(?<!\d)\d{6}-?\d{8}-?\d{6}-?\d(?!\d)/gi
const pseudonyms = /职工-[0-9A-Z]{4}/g

/**
 * Looks for what points to a person: phone, identity and card numbers, plates, the number of a demand, a pseudonym, a check
 * word that stands in quotes, an employer's full name, and counts below five. It cannot find a name, a nickname, a face, a post that only one holds, or a
 * story that workmates know: the releaser reads for those.
 */
export function findingsIn(words: Words, known: Known): readonly Finding[] {
  const texts = [{ at: -1, text: words.title }, ...words.blocks.map((block, at) => ({ at, text: wordsOfBlock(block) }))]
  const found = texts.flatMap(({ at, text }) => inText(text, known).map((one) => ({ ...one, block: at })))
  const consent = { kind: 'assisted-consent' as const, block: -2, from: 0, to: 0 }
  const all = known.assisted ? [...found, consent] : found
  return all.map((one) => ({ ...one, id: `${one.block}.${one.kind}.${one.from}` }))
}

function inText(text: string, { checkWords, employers }: Known): Omit<Finding, 'id' | 'block'>[] {
  const matches = (kind: FindingKind, pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, from: match.index, to: match.index + match[0].length }))
  const words = (kind: FindingKind, list: readonly string[]) =>
    list.flatMap((word) => {
      const from = text.indexOf(word)
      return from < 0 ? [] : [{ kind, from, to: from + word.length }]
    })
  const demands = matches('demand-number', numbers).filter(
    ({ from, to }) => readDemandNumber(text.slice(from, to)).problem === null,
  )
  const quoted = checkWords.flatMap((word) => [`“${word}”`, `「${word}」`, `核对词${word}`])
  return [
    ...findPersonal(text),
    ...demands,
    ...matches('pseudonym', pseudonyms),
    ...words('check-word', quoted),
    ...words('employer', employers),
    ...matches('count', few),
  ]
}
