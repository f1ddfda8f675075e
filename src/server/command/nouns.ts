import { type CommandKind, commands } from '../../protocol/command.ts'
import type { Noun } from './noun.ts'
import { accessNoun } from './noun-access.ts'
import { accountNoun } from './noun-account.ts'
import { articleNoun } from './noun-article.ts'
import { briefNoun } from './noun-brief.ts'
import { campaignNoun, leadingGroupNoun } from './noun-campaign.ts'
import { classNoun } from './noun-class.ts'
import { commentNoun } from './noun-comment.ts'
import { courseNoun } from './noun-course.ts'
import { deedNoun } from './noun-deed.ts'
import { demandNoun } from './noun-demand.ts'
import { directiveNoun } from './noun-directive.ts'
import { invitationNoun } from './noun-invitation.ts'
import { issueNoun } from './noun-issue.ts'
import { meetingNoun } from './noun-meeting.ts'
import { outreachNoun } from './noun-outreach.ts'
import { placeNoun } from './noun-place.ts'
import { planNoun } from './noun-plan.ts'
import { practiceNoun } from './noun-practice.ts'
import { readingNoun } from './noun-reading.ts'
import { officeNoun } from './noun-roster.ts'
import { rotationNoun } from './noun-rotation.ts'
import { seriesNoun } from './noun-series.ts'
import { sheetNoun } from './noun-sheet.ts'
import { suggestionNoun } from './noun-suggestion.ts'
import { trainingNoun } from './noun-training.ts'
import { visitNoun } from './noun-visit.ts'

/** Every noun of the ledger. */
export const nouns = {
  demand: demandNoun,
  access: accessNoun,
  reading: readingNoun,
  account: accountNoun,
  office: officeNoun,
  plan: planNoun,
  course: courseNoun,
  class: classNoun,
  training: trainingNoun,
  rotation: rotationNoun,
  outreach: outreachNoun,
  issue: issueNoun,
  campaign: campaignNoun,
  'leading-group': leadingGroupNoun,
  directive: directiveNoun,
  brief: briefNoun,
  visit: visitNoun,
  place: placeNoun,
  deed: deedNoun,
  meeting: meetingNoun,
  invitation: invitationNoun,
  suggestion: suggestionNoun,
  practice: practiceNoun,
  series: seriesNoun,
  article: articleNoun,
  comment: commentNoun,
  sheet: sheetNoun,
} as const satisfies Record<string, Noun>

/** The noun that decides a command. */
export function nounOf(kind: CommandKind): Noun {
  return nouns[commands[kind].noun as keyof typeof nouns]
}
