import { newsGrants } from './article/may.ts'
import { briefGrants } from './brief/may.ts'
import { campaignGrants } from './campaign/may.ts'
import { commentGrants } from './comment/may.ts'
import { deedGrants } from './deed/may.ts'
import { directiveGrants } from './directive/may.ts'
import { issueGrants, issueOwnerGrants, issueTaskGrants } from './issue/may.ts'
import { meetingGrants } from './meeting/may.ts'
import { placeGrants } from './place/may.ts'
import { practiceGrants } from './practice/may.ts'
import { openingGrants } from './reading/may.ts'
import { officeGrants } from './roster/may.ts'
import { sheetGrants } from './sheet/may.ts'
import { suggestionGrants } from './suggestion/may.ts'
import { trainingGrants } from './training/may.ts'
import type { UnitGrant } from './unit-grants.ts'
import { visitGrants } from './visit/may.ts'

/** The tables of every noun that belongs to a unit, one line a noun: what a post may do anywhere is read from here. */
export const unitTable: readonly UnitGrant<string>[] = [
  ...officeGrants,
  ...trainingGrants,
  ...newsGrants,
  ...commentGrants,
  ...issueGrants,
  ...issueOwnerGrants,
  ...visitGrants,
  ...placeGrants,
  ...issueTaskGrants,
  ...campaignGrants,
  ...directiveGrants,
  ...briefGrants,
  ...deedGrants,
  ...meetingGrants,
  ...suggestionGrants,
  ...practiceGrants,
  ...sheetGrants,
  ...openingGrants,
]
