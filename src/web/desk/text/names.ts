import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ViewAnswer } from '../../../protocol/view.ts'
import { rulesQuery } from '../api/view.ts'
import { type Language, useSpeech } from './say.tsx'

type Rules = ViewAnswer<'rules'>
export interface Named {
  readonly code: string
  readonly name: string
}
export interface TopicNamed extends Named {
  readonly parent: Named | null
  readonly urgency: string | null
  readonly lead: string | null
}

export interface Names {
  /** The leaf of a code, or null for a code the rules do not know. */
  readonly topic: (code: string) => TopicNamed | null
  readonly topics: readonly TopicNamed[]
  readonly groups: readonly Named[]
  readonly list: (name: string) => readonly Named[]
  /** The name of a code in a list, or the code itself. */
  readonly name: (list: string, code: string) => string
}

/** What everything that is data is called, in the language spoken. Empty until the rules have arrived. */
export function useNames(): Names {
  const { language } = useSpeech()
  const { data } = useQuery(rulesQuery)
  return useMemo(() => namesOf(data, language), [data, language])
}

export function namesOf(rules: Rules | undefined, language: Language): Names {
  const groups = (rules?.topics ?? []).filter((each) => each.parent === null).map((each) => named(each, language))
  const topics = (rules?.topics ?? [])
    .filter((each) => each.parent !== null)
    .map((each) => ({
      ...named(each, language),
      parent: groups.find((group) => group.code === each.parent) ?? null,
      urgency: each.urgency,
      lead: each.lead,
    }))
  const byCode = new Map(topics.map((each) => [each.code, each]))
  const lists = new Map(
    Object.entries(rules?.lists ?? {}).map(([name, rows]) => [name, rows.map((row) => named(row, language))]),
  )
  return {
    topics,
    groups,
    topic: (code) => byCode.get(code) ?? null,
    list: (name) => lists.get(name) ?? [],
    name: (list, code) => lists.get(list)?.find((each) => each.code === code)?.name ?? code,
  }
}

function named(row: { readonly code: string; readonly zh: string; readonly en: string }, language: Language): Named {
  return { code: row.code, name: row[language] }
}
