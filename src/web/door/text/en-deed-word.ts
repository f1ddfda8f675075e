import type { zhDeedWord } from './zh-deed-word.ts'

/** The page on which the holder of a slip says one word about a deed. */
export const enDeedWord: {
  readonly [K in keyof typeof zhDeedWord]: K extends 'told' ? typeof zhDeedWord.told : string
} = {
  title: 'Did this deed help?',
  lead: 'Say one word with the number and code of your slip. Nobody asks who you are.',
  number: 'Number (begins with SS)',
  code: 'Code',
  asked: 'Did it help you?',
  yes: 'It helped',
  partly: 'It helped in part',
  no: 'It did not help',
  send: 'Say it',
  seen: 'The union that did the deed sees how many gave each answer; where it reached few, it may guess who you are. You need not answer: then it counts as unknown.',
  choose: 'Choose an answer.',
  wrong: 'Number and code do not fit. Please copy them from the slip once more.',
  enterprise: 'The slip of an employer takes “it helped” or “it did not help” only.',
  wait: 'Too many tries. Please wait a while.',
  thanks: 'It is kept',
  same: 'That is what you said before; it is kept.',
  told: (union, deed, word) => `${deed}, ${union}: ${word}. To change it, use the same slip again.`,
}
