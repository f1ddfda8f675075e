import { createHash } from 'node:crypto'
import { officeCalendar } from '../../domain/calendar/office-calendar.ts'
import type { ClassLimit, LimitClass, Limits } from '../../domain/limit.ts'
import type { ConsentText, Named, Reason, ReasonList, Rules } from '../../domain/rules.ts'
import type { Text } from '../../domain/text.ts'
import { checkCalendars, officeHoursOf } from './calendar-files.ts'
import { refuseRepeats } from './codes.ts'
import { buildDeeds } from './deeds.ts'
import { buildFigures } from './figures.ts'
import { buildFiles } from './files.ts'
import type { Files } from './forms.ts'
import { buildEntitlements, buildHelp, buildLaws } from './help.ts'
import { buildIssues } from './issues.ts'
import { buildCards } from './knowledge.ts'
import { buildLetters } from './letters.ts'
import { buildNews } from './news.ts'
import { buildNotices } from './notices.ts'
import { buildRaise } from './raise.ts'
import { buildRouting } from './routing.ts'
import type * as schema from './schema.ts'
import { buildSmallOffice } from './small-office.ts'
import { buildTaxonomy } from './taxonomy.ts'
import { buildTraining } from './training.ts'
import { buildVisits, buildWorkerGroups } from './visits.ts'

/** Checks what files say about one another and freezes them into the rules of one edition. Faults go to the files. */
export function assembleRules(files: Files): Rules {
  const known = checkCodes(files)
  checkCalendars(files.years)
  const version = versionOf(files)
  const taxonomy = buildTaxonomy(files.taxonomy, known)
  const { texts, limits } = files
  const laws = buildLaws(files.laws)
  const help = buildHelp(files.help, laws, { ...known, phones: files.emergency.value.lines })
  return frozen({
    version,
    taxonomy,
    routing: buildRouting(files.routing, { taxonomy, taxonomyFile: files.taxonomy, sections: known.sections }),
    natures: files.natures.value.natures.map(named),
    channels: files.channels.value.channels.map((channel) => ({ ...named(channel), by: channel.by })),
    triageOutcomes: files.outcomes.value.outcomes.map((outcome) => ({
      ...named(outcome),
      needsText: outcome.needsText,
      reasons: outcome.reasons,
    })),
    ...buildDeeds(files.deeds),
    reasons: reasonsOf(files.reasons.value.reasons),
    unitLevels: files.levels.value.levels.map(({ code, rank, zh, en }) => ({ code, rank, name: { zh, en } })),
    sections: files.sections.value.sections.map(named),
    rolesApart: files.posts.value.apart,
    dutyMostDays: files.posts.value.dutyMostDays,
    smallOffice: buildSmallOffice(files.smallOffice),
    departments: files.departments.value.departments.map(named),
    legalClocks: files.clocks.value.clocks.map(({ code, zh, en, source }) => ({ code, text: { zh, en }, source })),
    consents: files.consent.value.consents.map((entry) => ({ ...entry, hash: consentHash(entry.text) })),
    texts: Object.fromEntries(texts.value.texts.map(({ code, zh, en }) => [code, { zh, en }])),
    phoneLines: files.emergency.value.lines.map(({ number, zh, en, danger }) => ({ number, name: { zh, en }, danger })),
    checkWords: files.words.value.words,
    limits: limitsOf(limits.value),
    calendar: officeCalendar(
      version,
      files.years.map(({ value }) => value),
      officeHoursOf(limits),
    ),
    letters: buildLetters(files.letters),
    figures: buildFigures(files.figures),
    training: buildTraining(files.training),
    issues: buildIssues(files.issues),
    visits: buildVisits(files.visits),
    workerGroups: buildWorkerGroups(files.workerGroups),
    news: buildNews(files.news),
    files: buildFiles(files.files),
    laws,
    entitlements: buildEntitlements(files.entitlements),
    help,
    cards: buildCards(files.knowledge, { ...known, laws, taxonomy, places: help.places }),
    raise: buildRaise(files.raise, taxonomy),
    notices: buildNotices(
      files.notices,
      texts.value.texts.find(({ code }) => code === 'neutral-notice'),
    ),
  })
}

/** Refuses codes that stand twice and ranks out of order; gives the codes other files may name. */
function checkCodes(files: Files) {
  const { levels, reasons } = files
  refuseRepeats(files.words, ['words'], files.words.value.words)
  refuseRepeats(files.emergency, ['lines'], files.emergency.value.lines, 'number')
  levels.value.levels.forEach(({ rank }, at) => {
    if (rank !== at + 1)
      levels.refuse(
        ['levels', at, 'rank'],
        `rank ${rank} where ${at + 1} is due; count ranks from 1, highest level first`,
      )
  })
  refuseRepeats(files.natures, ['natures'], files.natures.value.natures, 'code')
  refuseRepeats(files.channels, ['channels'], files.channels.value.channels, 'code')
  refuseRepeats(files.outcomes, ['outcomes'], files.outcomes.value.outcomes, 'code')
  refuseRepeats(levels, ['levels'], levels.value.levels, 'code')
  refuseRepeats(files.consent, ['consents'], files.consent.value.consents, 'code')
  refuseRepeats(files.texts, ['texts'], files.texts.value.texts, 'code')
  for (const [act, list] of Object.entries(reasons.value.reasons))
    refuseRepeats(reasons, ['reasons', act], list, 'code')
  return {
    sections: refuseRepeats(files.sections, ['sections'], files.sections.value.sections, 'code'),
    departments: refuseRepeats(files.departments, ['departments'], files.departments.value.departments, 'code'),
    legalClocks: refuseRepeats(files.clocks, ['clocks'], files.clocks.value.clocks, 'code'),
  }
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

function versionOf({ years, knowledge, ...singles }: Files): string {
  const hash = createHash('sha256')
  const files = [...Object.values(singles), ...years, ...knowledge].map(({ name, text }) => ({
    name: undated(name),
    text,
  }))
  // Lengths part the pieces: moving a line from one file to the next must give another version.
  for (const { name, text } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${name}\n${Buffer.byteLength(text)}\n${text}`)
  }
  return `sha256:${hash.digest('hex').slice(0, 16)}`
}

/** The name a file of an edition has among the rules it belongs to. */
function undated(name: string): string {
  return name.replace(/^editions\/[^/]+\//, '')
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
