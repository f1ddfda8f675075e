import type { LocalDate } from '../calendar/local-time.ts'
import type { Text } from '../text.ts'

/** A law or notice we rest on; data of `rules/laws.yaml`. */
export type Law = {
  readonly code: string
  readonly name: Text
  /** Day of the version whose words we used, and the day from which the law (or, where it was rewritten, that version) holds. */
  readonly version: LocalDate
  readonly inForce: LocalDate
}

/** An article of a law: `labour-44` is Article 44 of the law `labour`; a bare code is the whole text. */
export type LawRef = string

/** The law and the article a reference means; article null for the whole. Undefined where there is no such law. */
export function findLaw(
  laws: readonly Law[],
  reference: LawRef,
): { readonly law: Law; readonly article: number | null } | undefined {
  const match = /^(.*)-(\d{1,3})$/.exec(reference)
  const law = laws.find(({ code }) => code === (match?.[1] ?? reference))
  return law && { law, article: match ? Number(match[2]) : null }
}

const digits = '零一二三四五六七八九'

/** A number up to 999 as laws write their articles: 四十四, 一百零一. */
export function inChinese(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const hundred = hundreds > 0 ? `${digits[hundreds]}百` : ''
  const ten = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十` : hundreds > 0 && ones > 0 ? '零' : ''
  return hundred + ten + (ones > 0 ? digits[ones] : '')
}

/** An article as it is cited: 《劳动法》第四十四条, *Labour Law, Article 44*. */
export function citation(law: Law, article: number | null): Text {
  return {
    zh: `《${law.name.zh}》${article === null ? '' : `第${inChinese(article)}条`}`,
    en: `${law.name.en}${article === null ? '' : `, Article ${article}`}`,
  }
}
