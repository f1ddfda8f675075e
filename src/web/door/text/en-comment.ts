import type { zhComment } from './zh-comment.ts'

/** Comments of readers under an article. */
export const enComment: typeof zhComment = {
  write: 'Write a comment',
  own: 'You wrote one? See what became of it, or take it back',
  title: 'Write a comment',
  lead: (title: string) => `On “${title}”. An editor reads it before it is published; your name is not shown.`,
  text: 'What you want to say',
  textHint: (most: number) =>
    `Up to ${most} characters. Do not point to a person, and leave out phone and identity numbers. For something to be handled please use “Raise a matter”, which is confidential.`,
  phone: 'Mobile number',
  phoneHint:
    'By law the phone of whoever speaks in public is verified. The number is locked away by itself, is not published and nobody of the union sees it; it is opened only where the law demands it.',
  ask: 'Send me a code',
  codeTitle: 'Type in the code',
  codeLead: (minutes: number) =>
    `A code was sent to your phone. It is good for ${minutes} minutes. If none came, go back one page and ask again: what you wrote is still there.`,
  code: 'Code (six digits)',
  send: 'Hand it to the editor',
  thanks: 'It arrived and waits for an editor',
  thanksLead:
    'The editor publishes it, or says why not. With the number and the code below you can see what became of it, and take it back at any time.',
  keep: 'Please write them down. The code is shown this once; a lost one cannot be recovered.',
  number: 'Number of the comment (begins with PL)',
  secret: 'Code',
  ownTitle: 'My comment',
  ownLead: 'With number and code you see what became of it, and take it back.',
  see: 'Show it',
  about: 'Back to the article',
  status: {
    waiting: 'It waits for an editor',
    published: 'It is published',
    refused: 'It is not published',
    withdrawn: 'You took it back; nobody reads it any longer',
  },
  why: 'Why',
  withdraw: 'Take this comment back',
  reader: 'A reader',
  errors: {
    text: 'Please write what you want to say.',
    long: (most: number) => `It is too long: please keep to ${most} characters.`,
    personal: 'A number in it looks like a phone, identity or plate number. Please take it out.',
    phone: 'Please give a mobile number that takes messages.',
    unsent: 'The message could not be sent. Please try again in a while; what you wrote is still here.',
    wait: 'Too many codes were asked for today. Please try again in a while; what you wrote is still here.',
    code: 'This is not the code. Please type it as it stands in the message.',
    codeWait: 'Too many tries. Please wait a while.',
    over: 'The code is too old. Please ask for a new one; what you wrote is still here.',
    closed: 'This article takes no comments now.',
    wrong: 'Number and code do not fit together. Please try again.',
  },
}
