import type { z } from 'zod'
import { deedsFile } from './deeds.ts'
import { figuresFile } from './figures.ts'
import { filesFile } from './files.ts'
import { entitlementsFile, helpFile, lawsFile } from './help.ts'
import { issuesFile } from './issues.ts'
import { type KnowledgeFile, knowledgeFile } from './knowledge.ts'
import { lettersFile } from './letters.ts'
import { newsFile } from './news.ts'
import { noticesFile } from './notices.ts'
import { raiseFile } from './raise.ts'
import { routingFile } from './routing.ts'
import type { RulesFile } from './rules-file.ts'
import * as schema from './schema.ts'
import { smallOfficeFile } from './small-office.ts'
import { trainingFile } from './training.ts'
import { visitsFile, workerGroupsFile } from './visits.ts'

/** The files the rules are made of, each with its form; an edition may replace any of them and any year. */
export const forms = {
  sections: ['sections.yaml', schema.sectionsFile],
  departments: ['departments.yaml', schema.departmentsFile],
  posts: ['posts.yaml', schema.postsFile],
  clocks: ['legal-clocks.yaml', schema.legalClocksFile],
  natures: ['natures.yaml', schema.naturesFile],
  channels: ['channels.yaml', schema.channelsFile],
  deeds: ['deeds.yaml', deedsFile],
  reasons: ['reasons.yaml', schema.reasonsFile],
  outcomes: ['triage-outcomes.yaml', schema.triageOutcomesFile],
  levels: ['unit-levels.yaml', schema.unitLevelsFile],
  consent: ['consent.yaml', schema.consentFile],
  texts: ['texts.yaml', schema.textsFile],
  emergency: ['emergency.yaml', schema.emergencyFile],
  words: ['check-words.yaml', schema.checkWordsFile],
  limits: ['limits.yaml', schema.limitsFile],
  taxonomy: ['taxonomy.yaml', schema.taxonomyFile],
  routing: ['routing.yaml', routingFile],
  smallOffice: ['small-office.yaml', smallOfficeFile],
  letters: ['letters.yaml', lettersFile],
  notices: ['notices.yaml', noticesFile],
  figures: ['figures.yaml', figuresFile],
  training: ['training.yaml', trainingFile],
  issues: ['issues.yaml', issuesFile],
  visits: ['visits.yaml', visitsFile],
  workerGroups: ['worker-groups.yaml', workerGroupsFile],
  news: ['news.yaml', newsFile],
  files: ['files.yaml', filesFile],
  laws: ['laws.yaml', lawsFile],
  entitlements: ['entitlements.yaml', entitlementsFile],
  help: ['help.yaml', helpFile],
  raise: ['raise.yaml', raiseFile],
} as const

type Forms = typeof forms
/** A year of `calendar/`. */
export type YearFile = RulesFile<z.infer<typeof schema.calendarFile>>
/** Every file in its checked form. */
export type Files = { readonly [K in keyof Forms]: RulesFile<z.infer<Forms[K][1]>> } & {
  /** Oldest first. */
  readonly years: readonly YearFile[]
  /** Files of knowledge cards, by name. */
  readonly knowledge: readonly KnowledgeFile[]
}

const single = new Map<string, z.ZodType<unknown>>(Object.values(forms))
const folders = new Map<string, z.ZodType<unknown>>([
  ['calendar', schema.calendarFile],
  ['knowledge', knowledgeFile],
])

/** The form of a file by its name below the folder or the edition; undefined where the rules have none of that name. */
export function formOf(name: string): z.ZodType<unknown> | undefined {
  const [folder] = /^[a-z]+(?=\/[^/]+\.yaml$)/.exec(name) ?? []
  return single.get(name) ?? (folder === undefined ? undefined : folders.get(folder))
}
