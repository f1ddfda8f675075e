import { zhAudit } from './zh-audit.ts'
import { zhDeeds } from './zh-deeds.ts'
import { zhDemand } from './zh-demand.ts'
import { zhEvents } from './zh-events.ts'
import { zhFigures } from './zh-figures.ts'
import { zhFiles } from './zh-files.ts'
import { zhForms } from './zh-forms.ts'
import { zhFrame } from './zh-frame.ts'
import { zhIntake } from './zh-intake.ts'
import { zhIssuedWords } from './zh-issued-words.ts'
import { zhIssues } from './zh-issues.ts'
import { zhLine } from './zh-line.ts'
import { zhLists } from './zh-lists.ts'
import { zhMeetings } from './zh-meetings.ts'
import { zhNews } from './zh-news.ts'
import { zhOffice } from './zh-office.ts'
import { zhRefusals } from './zh-refusals.ts'
import { zhRules } from './zh-rules.ts'
import { zhTables } from './zh-tables.ts'
import { zhTraining } from './zh-training.ts'
import { zhTrainingPages } from './zh-training-pages.ts'
import { zhTrainingRefusals } from './zh-training-refusals.ts'
import { zhVerbs } from './zh-verbs.ts'
import { zhVisits } from './zh-visits.ts'
import { zhWorkshop } from './zh-workshop.ts'

/** Every text of the desk in Chinese. `{name}` is a parameter. English has the same keys. */
export const zh = {
  ...zhFrame,
  ...zhLists,
  ...zhWorkshop,
  ...zhDemand,
  ...zhEvents,
  ...zhVerbs,
  ...zhForms,
  ...zhRules,
  ...zhIntake,
  ...zhOffice,
  ...zhVisits,
  ...zhFigures,
  ...zhIssuedWords,
  ...zhIssues,
  ...zhLine,
  ...zhDeeds,
  ...zhNews,
  ...zhMeetings,
  ...zhTables,
  ...zhAudit,
  ...zhFiles,
  ...zhRefusals,
  ...zhTraining,
  ...zhTrainingPages,
  ...zhTrainingRefusals,
} as const

/** Key of a text. */
export type TextKey = keyof typeof zh
