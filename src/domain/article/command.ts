import type { Block } from './block.ts'

/** What stands on an article beside its words; given anew with every text. */
export type ArticleHead = {
  /** Stream of the series it is a part of. */
  readonly series?: string | undefined
  /** Number of the part, from 1. */
  readonly part?: number | undefined
  /** Name of the paper's author or office, as it is printed. */
  readonly author: string
  /** Where it comes from, as it is printed. */
  readonly source: string
  /** Codes of topics 专题 (rules/news.yaml). */
  readonly topics: readonly string[]
  /** Whether it tells of a worker who would have to agree. */
  readonly tells: 'nobody' | 'worker'
  /** The demand under whose receipt that worker agreed. */
  readonly demand?: string | undefined
}

/** A text with its head. Plain here, sealed by the pipeline. */
type Text = ArticleHead & {
  readonly title: string
  readonly titleTells?: boolean | undefined
  readonly blocks: readonly Block[]
}

/** What a releaser says to a finding. */
export type FindingAnswer = { readonly finding: string; readonly answer: 'public' | 'agreed' | 'nobodys' }

/** Commands on articles. `article` is the stream; `article.write` makes one for the union `unit`. */
export type ArticleCommand =
  | ({ readonly kind: 'article.write'; readonly unit: number } & Text)
  | ({ readonly kind: 'article.revise'; readonly article: string } & Text)
  | { readonly kind: 'article.offer'; readonly article: string }
  | {
      readonly kind: 'article.release'
      readonly article: string
      readonly answers?: readonly FindingAnswer[] | undefined
    }
  | ({ readonly kind: 'article.correct'; readonly article: string; readonly note: string } & Text)
  | {
      readonly kind: 'article.withdraw'
      readonly article: string
      readonly what: 'whole' | 'person'
      readonly reason: string
    }
  /** Whether readers may comment on it, as far as the federation lets them. */
  | { readonly kind: 'article.comments'; readonly article: string; readonly open: boolean }
  | { readonly kind: 'article.take-back'; readonly article: string }

/** Verbs on articles and series: the kinds of the commands people send, and reading at the desk. */
export type NewsVerb = Exclude<ArticleCommand['kind'], 'article.take-back'> | 'article.read' | 'series.open'
