import type { zhIntake } from './zh-intake.ts'

/** The same in English. */
export const enIntake: Record<keyof typeof zhIntake, string> = {
  'intake.title': 'Take a call',
  'intake.text': 'What the worker says',
  'intake.textHint': 'In the worker’s words. Only this, the region and how much to reveal are needed.',
  'intake.textMissing': 'Please write down what the worker says.',
  'intake.channel': 'How it came',
  'intake.channelMissing': 'Please choose how it came.',
  'intake.region': 'Region of the work',
  'intake.regionHint': 'County or township; type a part of the name.',
  'intake.regionMissing': 'Please choose the region.',
  'intake.employer': 'Employer (optional)',
  'intake.employerHint': 'Type a part of the name. Not found? Leave it empty and keep it in the words.',
  'intake.agency': 'Agency (optional)',
  'intake.agencyHint':
    'Only where a dispatch agency, an outsourcing or a platform company sent the worker. Its own union sees nothing of it either.',
  'intake.employerAfterRegion': 'Choose the region first.',
  'intake.persons': 'How many have the same trouble',
  'intake.personsHint': 'As the worker says; alone is 1.',
  'intake.personsWrong': 'Write a whole number from 1 to 100000.',
  'intake.mode': 'How much the worker wants to reveal',
  'intake.modeMissing': 'Ask the worker: named, confidential or anonymous.',
  'intake.mode.named': 'The handler can see name and phone; every look is recorded.',
  'intake.mode.confidential':
    'Name and phone are locked away. If only one person knows of it, the employer may guess; the worker is asked before the employer is.',
  'intake.mode.anonymous':
    'No name, no phone. But the story or the voice may be recognised by people who know the worker.',
  'intake.reachHint': 'For example: after eight in the evening, not at the workshop.',
  'intake.do': 'Submit and get the receipt',
  'receipt.title': 'Receipt',
  'receipt.readAloud': 'Read this to the worker and ask them to write it down. The code is shown this once.',
  'receipt.number': 'Number',
  'receipt.code': 'Code',
  'receipt.checkWord': 'Check word',
  'receipt.checkWordWhy': 'When the union calls, it says this word first; whoever cannot say it is not the union.',
  'receipt.assisted':
    'You have seen this code: until the worker sets a new one, verdicts given with it count as assisted and are counted apart. Tell the worker that the code can be changed on the follow page.',
  'receipt.next': 'Next worker',
  'receipt.toList': 'Back to the list',
  'unsent.network':
    'Not sent: the network is down. Your words are kept and go out when it is back; nothing is doubled.',
  'unsent.server': 'No answer: the server has a problem. Your words are kept; send again, nothing is doubled.',
}
