import { readDemandNumber } from '../code/demand-number.ts'
import { findPersonal, type PersonalKind } from '../mask.ts'
import { type Block, tellsOfPerson, type Words, wordsOfBlock } from './block.ts'
import { calledIn } from './called.ts'

/** What a text may give away. `count`: so few workers that who knows the place knows them. */
export type FindingKind =
  | PersonalKind
  | 'demand-number'
  | 'pseudonym'
  | 'check-word'
  | 'employer'
  | 'count'
  | 'only-one'
  | 'person-name'
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

/** Kinds that are pointed out and need no answer: most names in a paper are of people who speak for the union. */
const hints: readonly FindingKind[] = ['person-name']

/** Whether a releaser must answer it before the article is published. */
export function mustBeAnswered({ kind }: Pick<Finding, 'kind'>): boolean {
  return !hints.includes(kind)
}

/** What the check compares with. */
export type Known = {
  /** Words with which genuine callers open. */
  readonly checkWords: readonly string[]
  /** Names of employers that stand in the text. */
  readonly employers: readonly string[]
  /** The consent came with a code that staff could have seen (domain §4 rule 28). */
  readonly assisted: boolean
  /** The worker agreed to be named: what is marked as theirs may name somebody without an answer. */
  readonly mayName: boolean
}

const one = '[一二两三四1-4１-４]'
const gap = '[\\s\\u3000]*'
const few = [
  new RegExp(
    `(?<![\\d０-９一二两三四五六七八九十百千万])${one}${gap}(?:名|位|个|人)${gap}(?:女|男|老|青年|年轻|农民)?(?:职工|工人|女工|同事|师傅|工友|骑手|的?(?:班组|小组|班|组|工段|岗位))`,
    'g',
  ),
  new RegExp(`(?:只有|仅有|仅|才|总共|一共)${gap}${one}${gap}(?:名|位|个)?${gap}人`, 'g'),
]
/** A post that only one holds. */
const only =
  /唯一的?(?:一?[名位个])?[^，。；、！？\s]{0,8}(?:工|员|师傅|司机|骑手|医生|护士|教师)|只有(?:一|1|１)[名位][^，。；、！？\s]{1,10}/g
const numbers = /(?:SQ-?)?(?<!\d)\d{6}-?\d{8}-?\d{6}-?\d(?!\d)/gi
const pseudonyms = /职工-[0-9A-Z]{4}/g

/**
 * Looks for what points to a person: phone, identity and card numbers, plates, the number of a demand, a pseudonym, a check
 * word that stands in quotes, an employer's full name, counts below five, a post that only one holds, and what looks like a name.
 * It cannot find every name, a nickname, a face, or a story that workmates know: the releaser reads for those.
 */
export function findingsIn(words: Words, known: Known): readonly Finding[] {
  const texts = [{ at: -1, text: words.title }, ...words.blocks.map((block, at) => ({ at, text: wordsOfBlock(block) }))]
  const theirs = (at: number) => (at < 0 ? words.titleTells === true : tellsOfPerson(words.blocks[at] as Block))
  const found = texts
    .flatMap(({ at, text }) => inText(text, known).map((each) => ({ ...each, block: at })))
    .filter(({ kind, block }) => kind !== 'person-name' || !known.mayName || !theirs(block))
  const consent = { kind: 'assisted-consent' as const, block: -2, from: 0, to: 0 }
  const all = known.assisted ? [...found, consent] : found
  return all.map((each) => ({ ...each, id: `${each.block}.${each.kind}.${each.from}` }))
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
    ...few.flatMap((pattern) => matches('count', pattern)),
    ...matches('only-one', only),
    ...calledIn(text).map((place) => ({ kind: 'person-name' as const, ...place })),
  ]
}
