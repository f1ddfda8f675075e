import type { zhAfter } from './zh-after.ts'

/** The same in English. */
export const enAfter: typeof zhAfter = {
  promise: {
    heading: 'Somebody made you a promise',
    due: (day: string) => `by ${day}`,
    who: 'Who promised',
    when: 'Until when',
    amount: 'How much',
    what: 'What was promised',
    hint: 'Nothing is closed before that day. On the day after you are asked whether it was kept. If not, the union goes on.',
    kept: 'It has been done already',
    keptWhat: 'If you say “solved” it is closed. If it was not kept you are asked when the day has come.',
    deny: 'I did not agree to this',
    denyWhat: 'Then the promise falls away; the union goes on within the same time as before.',
    denyText: 'What you want to say',
    denyDo: 'I did not agree: it does not count',
  },
  gone: {
    heading: 'Where to go',
    why: 'Why the union does not handle it',
    channel: 'Which way to go',
    where: 'The union tells you',
    earlier: 'The matter already in hand',
    earlierHint: 'With the code of that one you can see how far it has come.',
    clock: 'Time limits of the law',
  },
  clocks: {
    heading: 'Time limits of the law',
    hint: 'A reminder, not advice. What counts is the law itself.',
    source: (law: string) => `Source: ${law}`,
  },
  reopen: {
    ask: 'Shall it be taken up again?',
    still:
      'That we did not reach you does not mean that you have nothing to say. You still can: if it is not solved, have it taken up again.',
    summary: 'Ask to take it up again',
    until: (when: string) => `Until ${when} you may have it taken up again; one sentence why is enough.`,
    always: 'You may have it taken up again; one sentence why is enough.',
    often: (times: number, so: number, then: number) =>
      `This is possible ${times} times, ${so === 0 ? 'none' : so} used so far. Time number ${then} goes to the union one level up.`,
    up: 'It was taken up again before; this time the union one level up handles it.',
    spent: (n: number) =>
      `It was taken up again ${n} times and cannot be once more. If there is something new, please say it again.`,
    over: (when: string) =>
      `The time to take it up again (${when}) is over. If there is something new, please say it again.`,
    again: 'Say it again',
    text: 'Why it should be taken up again',
    textHint: 'For example: not all was paid, it happened again, the answer is not what really happened',
    submit: 'Take it up again',
  },
  watch: {
    ask: 'Did anyone give you trouble because of this?',
    lead: 'For example: moved to another job, less pay, dismissed, called in, told to keep quiet.',
    no: 'No',
    yes: 'Yes',
    what: 'If you say “yes” the level above the union that handled it takes it up urgently and answers you here. Your employer is not told that you said so.',
    silence: 'You need not answer; that is not taken for “no”.',
    text: 'What happened',
  },
}
