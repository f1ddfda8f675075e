import { z } from 'zod'
import { roles } from '../../domain/actor.ts'
import { clockText, code, count, day, flag, level, named, names, said, some, span, text } from './schema-parts.ts'

/** One schema per file under `rules/`. Unknown keys are refused: a misspelt key would silently mean its default. */

const urgency = z.enum(['P0', 'P1', 'P2'])
const limitClass = z.enum(['P0', 'P1', 'P2', 'P3', 'P4', 'consultation'])
const mode = z.enum(['named', 'confidential', 'anonymous'])

const lead = z.strictObject({
  level: z.union([level, z.literal('receiving')], 'must be a unit level or receiving'),
  section: code.nullable(),
  groupLevel: level.nullable().default(null),
})
const inherited = {
  lead: lead.optional(),
  joint: z.array(code).optional(),
  mode: mode.optional(),
  urgency: urgency.optional(),
  groupUrgency: urgency.nullable().optional(),
  mayGoToEnterpriseUnion: z.boolean().optional(),
  legalClocks: z.array(code).optional(),
  flags: z.array(flag).optional(),
}
const leaf = z.strictObject({
  code: z.string().regex(/^[A-Z]\d\d$/, 'must be a letter and two digits'),
  ...names,
  ...inherited,
  retiredTo: z.string().nullable().default(null),
})

/** `taxonomy.yaml`: what a letter states holds for its leaves unless a leaf states otherwise. */
export const taxonomyFile = z.strictObject({
  groups: some(
    z.strictObject({
      code: z.string().regex(/^[A-Z]$/, 'must be one capital letter'),
      ...names,
      ...inherited,
      lead,
      mode,
      urgency,
      leaves: some(leaf),
    }),
  ),
})

/** `natures.yaml` */
export const naturesFile = z.strictObject({ natures: some(named) })
/** `sections.yaml` */
export const sectionsFile = z.strictObject({ sections: some(named) })
/** `posts.yaml` */
export const postsFile = z.strictObject({
  version: said,
  apart: z.array(z.tuple([z.enum(roles), z.enum(roles)])),
  dutyMostDays: count,
})
/** `departments.yaml` */
export const departmentsFile = z.strictObject({ departments: some(named) })
/** `texts.yaml` */
export const textsFile = z.strictObject({ texts: some(named) })
/** `channels.yaml` */
export const channelsFile = z.strictObject({
  channels: some(named.extend({ by: z.enum(['worker', 'staff', 'system']) })),
})
/** `unit-levels.yaml` */
export const unitLevelsFile = z.strictObject({ levels: some(named.extend({ code: level, rank: count })) })
/** `legal-clocks.yaml` */
export const legalClocksFile = z.strictObject({ clocks: some(named.extend({ source: said })) })
/** `consent.yaml` */
export const consentFile = z.strictObject({
  consents: some(z.strictObject({ code, version: count, title: text, text })),
})

const reasonList = some(named.extend({ most: span.optional() }))

/** `reasons.yaml`: exactly these lists; an act without its list could be done for no reason. */
export const reasonsFile = z.strictObject({
  reasons: z.strictObject({
    pause: reasonList,
    redirect: reasonList,
    objection: reasonList,
    extend: reasonList,
    lower: reasonList,
    exclude: reasonList,
    purpose: reasonList,
    erase: reasonList,
  }),
})

/** `triage-outcomes.yaml` */
export const triageOutcomesFile = z.strictObject({
  outcomes: some(named.extend({ needsText: z.boolean(), reasons: reasonsFile.shape.reasons.keyof().nullable() })),
})

/** `emergency.yaml` */
export const emergencyFile = z.strictObject({
  lines: some(
    z.strictObject({
      number: z.string().regex(/^\d{3,11}$/, 'must be digits in quotes'),
      ...names,
      danger: z.boolean(),
    }),
  ),
})

/** `check-words.yaml` */
export const checkWordsFile = z.strictObject({
  words: z
    .array(z.string().regex(/^\p{Script=Han}{2}$/u, 'must be two Chinese characters'))
    .min(200, 'must be at least 200 words'),
})

/** `calendar/<year>.yaml` */
export const calendarFile = z.strictObject({
  year: z.int().min(2000).max(2999),
  edition: z.enum(['official', 'provisional']),
  notice: said,
  holidays: some(z.strictObject({ name: said, from: day, to: day })),
  makeUpDays: z.array(day),
})

const classLimit = z.strictObject({
  firstContact: span.nullable(),
  answer: span,
  interimEvery: span.nullable().default(null),
})
const byDifficulty = z.strictObject({ plain: limitClass, hard: limitClass, complex: limitClass })
const byUrgency = z.strictObject({ P0: span, P1: span, P2: span })

/** `limits.yaml` */
export const limitsFile = z.strictObject({
  version: said,
  officeHours: some(z.strictObject({ from: clockText, to: clockText })),
  classes: z.strictObject({
    P0: classLimit,
    P1: classLimit,
    P2: classLimit,
    P3: classLimit,
    P4: classLimit,
    consultation: classLimit,
  }),
  table: z.strictObject({ P0: byDifficulty, P1: byDifficulty, P2: byDifficulty }),
  triage: byUrgency,
  groupFrom: z.int().min(2),
  contactTries: count,
  urgency: z.strictObject({ default: urgency, group: urgency, danger: urgency }),
  order: z.strictObject({
    autoSign: byUrgency,
    objection: span,
    ruling: span,
    approval: span,
    jointBeforeWorkingDays: z.int().min(0),
  }),
  clock: z.strictObject({ warnAtShare: z.number().gt(0).lt(1), superviseAfter: span, pauseForWorker: span }),
  callback: z.strictObject({ tries: count, ways: count, closeAfter: span }),
  reopen: z.strictObject({ within: span, times: count, share: z.number().gt(0).max(1), atLeast: span }),
  exclusion: z.strictObject({ ask: span, decide: span }),
  alert: z.strictObject({ sameLeaf: z.int().min(2), within: span }),
  watchDays: some(count),
  watchAt: clockText,
  archiveAfter: span,
  petition: z.strictObject({ notice: span, answer: span, extension: span, review: span, recheck: span }),
  vault: z.strictObject({ revealMinutes: count, breakGlassMinutes: count, confirmMinutes: count, rightsAnswer: span }),
})
