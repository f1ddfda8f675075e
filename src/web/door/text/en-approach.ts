import type { zhApproach } from './zh-approach.ts'

/** Being asked before the union goes to the employer. */
export const enApproach: typeof zhApproach = {
  ask: 'The union would like to go to your employer. Do you agree?',
  yes: 'I agree',
  no: 'I do not agree',
  free: 'If you do not agree your matter is handled all the same, and the union does not go to your employer. You can change this here at any time.',
  more: 'Another time, place or wording',
  text: 'What you would prefer',
  textHint: 'For example: after my shift; do not name the team; no letter yet.',
  said: {
    yes: 'You agreed that the union goes to your employer',
    no: 'You did not agree that the union goes to your employer',
  },
  noted: {
    yes: 'The union noted: you agreed by word of mouth that it goes to your employer',
    no: 'The union noted: you said it should not go to your employer',
  },
  change: 'Look at it, change your mind',
}
