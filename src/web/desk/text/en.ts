import { enAudit } from './en-audit.ts'
import { enDeeds } from './en-deeds.ts'
import { enDemand } from './en-demand.ts'
import { enEvents } from './en-events.ts'
import { enFigures } from './en-figures.ts'
import { enFiles } from './en-files.ts'
import { enForms } from './en-forms.ts'
import { enFrame } from './en-frame.ts'
import { enIntake } from './en-intake.ts'
import { enIssuedWords } from './en-issued-words.ts'
import { enIssues } from './en-issues.ts'
import { enLine } from './en-line.ts'
import { enLists } from './en-lists.ts'
import { enMeetings } from './en-meetings.ts'
import { enNews } from './en-news.ts'
import { enOffice } from './en-office.ts'
import { enRefusals } from './en-refusals.ts'
import { enRules } from './en-rules.ts'
import { enTables } from './en-tables.ts'
import { enTraining } from './en-training.ts'
import { enTrainingPages } from './en-training-pages.ts'
import { enTrainingRefusals } from './en-training-refusals.ts'
import { enVerbs } from './en-verbs.ts'
import { enVisits } from './en-visits.ts'
import { enWorkshop } from './en-workshop.ts'
import type { TextKey } from './zh.ts'

/** Every text of the desk in English. */
export const en: Record<TextKey, string> = {
  ...enFrame,
  ...enLists,
  ...enWorkshop,
  ...enDemand,
  ...enEvents,
  ...enVerbs,
  ...enForms,
  ...enRules,
  ...enIntake,
  ...enOffice,
  ...enVisits,
  ...enFigures,
  ...enIssuedWords,
  ...enIssues,
  ...enLine,
  ...enDeeds,
  ...enNews,
  ...enMeetings,
  ...enTables,
  ...enAudit,
  ...enFiles,
  ...enRefusals,
  ...enTraining,
  ...enTrainingPages,
  ...enTrainingRefusals,
}
