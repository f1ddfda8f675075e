import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { officeCalendar } from '../../domain/calendar/office-calendar.ts'
import type { ClassLimit, LimitClass, Limits } from '../../domain/limit.ts'
import type { ConsentText, Named, Reason, ReasonList, Rules } from '../../domain/rules.ts'
import type { Text } from '../../domain/text.ts'
import { officeHoursOf, readCalendarFiles } from './calendar-files.ts'
import { buildNotices, noticesFile } from './notices.ts'
import { type RulesFile, readRulesFile } from './rules-file.ts'
import * as schema from './schema.ts'
import { buildTaxonomy } from './taxonomy.ts'

/** The rules that ship with the product. */
export const SHIPPED_RULES = fileURLToPath(new URL('../../../rules', import.meta.url))

/**
 * Reads, checks and freezes all rules of a folder.
 * @param dir folder laid out as the shipped one
 * @throws RulesError for the first thing that is wrong: one line with file, line, problem and what to do.
 */
export function loadRules(dir: string = SHIPPED_RULES): Rules {
  const files: { readonly name: string; readonly text: string }[] = []
  const keep = <F extends { readonly name: string; readonly text: string }>(file: F): F => {
    files.push(file)
    return file
  }
  const sections = keep(readRulesFile(dir, 'sections.yaml', schema.sectionsFile))
  const departments = keep(readRulesFile(dir, 'departments.yaml', schema.departmentsFile))
  const posts = keep(readRulesFile(dir, 'posts.yaml', schema.postsFile))
  const clocks = keep(readRulesFile(dir, 'legal-clocks.yaml', schema.legalClocksFile))
  const natures = keep(readRulesFile(dir, 'natures.yaml', schema.naturesFile))
  const channels = keep(readRulesFile(dir, 'channels.yaml', schema.channelsFile))
  const deeds = keep(readRulesFile(dir, 'deeds.yaml', schema.deedsFile))
  const reasons = keep(readRulesFile(dir, 'reasons.yaml', schema.reasonsFile))
  const outcomes = keep(readRulesFile(dir, 'triage-outcomes.yaml', schema.triageOutcomesFile))
  const levels = keep(readRulesFile(dir, 'unit-levels.yaml', schema.unitLevelsFile))
  const consent = keep(readRulesFile(dir, 'consent.yaml', schema.consentFile))
  const texts = keep(readRulesFile(dir, 'texts.yaml', schema.textsFile))
  const emergency = keep(readRulesFile(dir, 'emergency.yaml', schema.emergencyFile))
  const words = keep(readRulesFile(dir, 'check-words.yaml', schema.checkWordsFile))
  const limits = keep(readRulesFile(dir, 'limits.yaml', schema.limitsFile))
  const taxonomy = keep(readRulesFile(dir, 'taxonomy.yaml', schema.taxonomyFile))
  const notices = keep(readRulesFile(dir, 'notices.yaml', noticesFile))
  const years = readCalendarFiles(dir)
  for (const year of years) keep(year)

  refuseRepeats(words, ['words'], words.value.words)
  refuseRepeats(
    emergency,
    ['lines'],
    emergency.value.lines.map(({ number }) => number),
    'number',
  )
  levels.value.levels.forEach(({ rank }, at) => {
    if (rank !== at + 1)
      levels.refuse(
        ['levels', at, 'rank'],
        `rank ${rank} where ${at + 1} is due; count ranks from 1, highest level first`,
      )
  })
  const codesOf = (
    file: RulesFile<unknown>,
    at: string,
    list: readonly { readonly code: string }[],
  ): ReadonlySet<string> =>
    refuseRepeats(
      file,
      at.split('.'),
      list.map(({ code }) => code),
      'code',
    )
  codesOf(natures, 'natures', natures.value.natures)
  codesOf(channels, 'channels', channels.value.channels)
  codesOf(deeds, 'deeds', deeds.value.deeds)
  codesOf(outcomes, 'outcomes', outcomes.value.outcomes)
  codesOf(levels, 'levels', levels.value.levels)
  codesOf(consent, 'consents', consent.value.consents)
  codesOf(texts, 'texts', texts.value.texts)
  for (const [act, list] of Object.entries(reasons.value.reasons)) codesOf(reasons, `reasons.${act}`, list)
  const known = {
    sections: codesOf(sections, 'sections', sections.value.sections),
    departments: codesOf(departments, 'departments', departments.value.departments),
    legalClocks: codesOf(clocks, 'clocks', clocks.value.clocks),
  }
  const version = versionOf(files)
  return frozen({
    version,
    taxonomy: buildTaxonomy(taxonomy, known),
    natures: natures.value.natures.map(named),
    channels: channels.value.channels.map((channel) => ({ ...named(channel), by: channel.by })),
    triageOutcomes: outcomes.value.outcomes.map((outcome) => ({
      ...named(outcome),
      needsText: outcome.needsText,
      reasons: outcome.reasons,
    })),
    deeds: deeds.value.deeds.map(named),
    reasons: reasonsOf(reasons.value.reasons),
    unitLevels: levels.value.levels.map(({ code, rank, zh, en }) => ({ code, rank, name: { zh, en } })),
    sections: sections.value.sections.map(named),
    rolesApart: posts.value.apart,
    departments: departments.value.departments.map(named),
    legalClocks: clocks.value.clocks.map(({ code, zh, en, source }) => ({ code, text: { zh, en }, source })),
    consents: consent.value.consents.map((entry) => ({ ...entry, hash: consentHash(entry.text) })),
    texts: Object.fromEntries(texts.value.texts.map(({ code, zh, en }) => [code, { zh, en }])),
    phoneLines: emergency.value.lines.map(({ number, zh, en, danger }) => ({ number, name: { zh, en }, danger })),
    checkWords: words.value.words,
    limits: limitsOf(limits.value),
    calendar: officeCalendar(
      version,
      years.map(({ value }) => value),
      officeHoursOf(limits),
    ),
    notices: buildNotices(
      notices,
      texts.value.texts.find(({ code }) => code === 'neutral-notice'),
    ),
  })
}

function limitsOf({ officeHours: _, classes, ...rest }: ReturnType<typeof schema.limitsFile.parse>): Limits {
  const withClass = Object.entries(classes).map(([name, limit]) => [name, { class: name as LimitClass, ...limit }])
  return { ...rest, classes: Object.fromEntries(withClass) as Record<LimitClass, ClassLimit> }
}

function reasonsOf(
  lists: ReturnType<typeof schema.reasonsFile.parse>['reasons'],
): Record<ReasonList, readonly Reason[]> {
  const entries = Object.entries(lists).map(([act, list]) => [
    act,
    list.map((reason) => ({ ...named(reason), most: reason.most ?? null })),
  ])
  return Object.fromEntries(entries) as Record<ReasonList, readonly Reason[]>
}

function named({ code, zh, en }: { readonly code: string; readonly zh: string; readonly en: string }): Named {
  return { code, name: { zh, en } }
}

function refuseRepeats(
  file: RulesFile<unknown>,
  at: readonly string[],
  values: readonly string[],
  key?: string,
): ReadonlySet<string> {
  const seen = new Set<string>()
  values.forEach((value, index) => {
    if (seen.has(value))
      file.refuse([...at, index, ...(key ? [key] : [])], `${value} stands twice; give each its own or take one out`)
    seen.add(value)
  })
  return seen
}

function versionOf(files: readonly { readonly name: string; readonly text: string }[]): string {
  const hash = createHash('sha256')
  // Lengths part the pieces: moving a line from one file to the next must give another version.
  for (const { name, text } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\n${Buffer.byteLength(text)}\n${text}`)
  }
  return `sha256:${hash.digest('hex').slice(0, 16)}`
}

function consentHash({ zh, en }: Text): ConsentText['hash'] {
  return createHash('sha256').update(JSON.stringify({ en, zh })).digest('hex')
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}
