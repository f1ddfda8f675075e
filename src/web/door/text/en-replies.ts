import { enFileRefused } from './en-files.ts'
import type { zhReplies } from './zh-replies.ts'

/** The same in English. */
export const enReplies: typeof zhReplies = {
  done: {
    message: 'Sent.',
    approachYes: 'Noted: you agree that the union goes to your employer. You can change this at any time.',
    approachNo:
      'Noted: you do not agree, and the union does not go to your employer. Your matter is handled all the same.',
    understandingYes: 'Noted: you said “that is it”.',
    understandingNo: 'Noted: you said “not quite”. The union sees what you added.',
    verdict: (word: string) => `Noted: you said “${word}”.`,
    verdictReopened: 'Noted: you said “not solved”. It is taken up again; the new time limit is below.',
    withdrawn: 'It is withdrawn.',
    pressed: 'Noted. It is not withdrawn and goes on; the level above deals with the pressure.',
    contradicted: 'Noted: you agreed to no such promise. It falls away and the union goes on.',
    reopened: 'It is taken up again; the new time limit is below.',
    watchNo: 'Noted: you said nobody gave you trouble.',
    watchYes:
      'Noted: you said somebody gave you trouble. The level above takes it up urgently; you see below how it goes.',
    erasedIdentity: 'Your name and phone are erased for good.',
    erasedText: 'What you wrote is erased for good.',
    kept: 'Noted. You can change it at any time.',
    groups: 'Saved. You can change or empty it at any time.',
    consent: 'Noted: you agree that the union tells this in public. You can take it back here at any time.',
    retracted: 'Taken back. What was told of you can no longer be seen.',
    movedOn: 'Something new has just happened. Please look first, then answer again.',
  },
  refused: {
    empty: 'Nothing is written yet.',
    sayWhat: 'Please say what is not right.',
    reopenEmpty: 'Please write one sentence: why it should be taken up again.',
    approachMissing: 'Please choose: agree or not.',
    'approach.not-proposed': 'The union has not asked you this. If you have something to say, write a message.',
    'approach.as-it-is': 'That is what you said before; nothing needs to change.',
    troubleMissing: 'Please choose: yes or no.',
    pressedMissing: 'Please choose first: did anyone make you withdraw?',
    'not-allowed':
      'This step is not possible now. Look at the progress below and try again, or call the union’s hotline 12351 if it is urgent.',
    'demand.closed':
      'It has ended and cannot be changed. If there is more to say, see below whether it can be taken up again, or say it anew.',
    'understanding.not-written':
      'The union has not written what it understood yet. It will ask you here; meanwhile you can leave a message.',
    'understanding.already-answered': 'You answered before and need not again. To add something, leave a message.',
    'understanding.say-what': 'Please say what is not right.',
    'verdict.not-answered-yet': 'The union has not answered yet. Your verdict can wait for that.',
    'verdict.clear-is-for-consultation': 'Choose “solved”, “partly” or “not solved”.',
    'commitment.not-due':
      'The day of the promise has not come. If it was kept you may say “solved”; if not, please say so when the day has come.',
    'commitment.nothing': 'No promise is waited for now: look at the progress below, or leave a message.',
    'reopen.no-lead': 'No union has handled this yet, so it cannot be taken up again. Please say it again.',
    'reopen.too-late': 'The time to take it up again is over. If there is something new, please say it again.',
    'reopen.too-often':
      'It was taken up again several times and cannot be once more. If there is something new, please say it again.',
    'reopen.say-why': 'Please write one sentence: why it should be taken up again.',
    'reopen.not-closed':
      'It cannot be taken up again now. If it is being handled, leave a message; if you withdrew it, please say it anew.',
    'watch.not-asked':
      'You answered this before, or nobody has asked yet. If somebody gives you trouble now, please say it anew: we act at once.',
    'visit.unknown': 'What was said on a visit is registered by who went. Submit it here as your own.',
    'group.unknown': 'One of them is no longer in the list. Choose again.',
    'demand.made-at': 'Only a union on a visit notes a time. Please submit it as it is.',
    'cadre.no-visit': 'This was not said on a visit: nobody came who could stay. You can write to the union.',
    'cadre.as-it-is': 'That is what it was already.',
    keepMissing: 'Please choose: whoever came, the union, or nobody.',
    'groups.as-they-are': 'That is what it was already.',
    'content.already-erased': 'It was erased before; there is nothing left to erase.',
    'content.still-needed':
      'It is still being handled and the text is needed; you can erase it once it is closed. Your name and phone can be erased now.',
    'region.unknown': 'This place is no longer in the division. Please choose again.',
    'channel.unknown':
      'Nothing can be taken over the web now, so it was not taken. What you wrote is still here: call the union’s hotline 12351, or try again later.',
    'identity.not-wanted':
      'You chose to stay anonymous, so leave no name and phone: delete them, or choose another way.',
    'topic.unknown': 'This kind no longer exists. Choose another, or none.',
    'employer.unknown': 'This employer was not found. Choose again, or submit it as you wrote it.',
    'agency.unknown': 'The company that sent you was not found. Choose again, or submit it as you wrote it.',
    'routing.nobody':
      'Nobody of the union is on duty here, so it was not taken. What you wrote is still here: call the union’s hotline 12351, or try again later.',
    'consent.while-open': 'This matter is not closed yet. You may say so once it is, if you like.',
    'consent.given': 'You agreed to it before.',
    'consent.not-given': 'There is nothing to take back, or you took it back before.',
    'consent.other-text': 'The text has changed. Read it again before you decide.',
    ...enFileRefused,
    other: 'This step is not possible now. What you wrote is still here; look at the progress below and try again.',
  },
}
