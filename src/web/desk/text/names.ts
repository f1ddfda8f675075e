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
  readonly groupUrgency: string | null
  readonly lead: string | null
  readonly section: string | null
  readonly groupLead: string | null
  readonly legalClocks: readonly string[]
}
/** A reminder of a time limit of the law, with law and article. */
export interface LegalClockNamed extends Named {
  readonly source: string
}
/** The skeleton of a letter in the language spoken, with its places to fill. */
export interface LetterNamed extends Named {
  readonly to: string
  readonly fields: readonly Named[]
  readonly text: string
}

/** A measure: of what, in which unit, whether its small counts are hidden. */
export interface MeasureNamed extends Named {
  readonly of: string
  readonly unit: string
  readonly private: boolean
}

export interface Names {
  /** The leaf of a code, or null for a code the rules do not know. */
  readonly topic: (code: string) => TopicNamed | null
  readonly topics: readonly TopicNamed[]
  readonly groups: readonly Named[]
  readonly legalClocks: readonly LegalClockNamed[]
  readonly letters: readonly LetterNamed[]
  /** Persons from which a matter is a group's. */
  readonly groupFrom: number
  readonly measures: readonly MeasureNamed[]
  /** The shares as they are defined, and of how many each must be to stand beside another. */
  readonly rates: readonly {
    readonly code: string
    readonly counts: readonly string[]
    readonly of: readonly string[]
  }[]
  readonly comparable: number
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
      ...{ urgency: each.urgency, groupUrgency: each.groupUrgency },
      ...{ lead: each.lead, section: each.section, groupLead: each.groupLead, legalClocks: each.legalClocks },
    }))
  const byCode = new Map(topics.map((each) => [each.code, each]))
  const lists = new Map(
    Object.entries(rules?.lists ?? {}).map(([name, rows]) => [name, rows.map((row) => named(row, language))]),
  )
  return {
    topics,
    groups,
    legalClocks: (rules?.legalClocks ?? []).map((each) => ({ ...named(each, language), source: each.source })),
    letters: (rules?.letters ?? []).map((each) => ({
      ...{ ...named(each, language), to: each.to, text: each.text[language] },
      fields: each.fields.map((field) => named(field, language)),
    })),
    groupFrom: rules?.groupFrom ?? Number.POSITIVE_INFINITY,
    topic: (code) => byCode.get(code) ?? null,
    measures: (rules?.measures ?? []).map((each) => ({
      ...each,
      name: lists.get('measure')?.find(({ code }) => code === each.code)?.name ?? each.code,
    })),
    rates: rules?.rates ?? [],
    comparable: rules?.comparable ?? Number.POSITIVE_INFINITY,
    list: (name) => lists.get(name) ?? [],
    name: (list, code) => lists.get(list)?.find((each) => each.code === code)?.name ?? code,
  }
}

function named(row: { readonly code: string; readonly zh: string; readonly en: string }, language: Language): Named {
  return { code: row.code, name: row[language] }
}
