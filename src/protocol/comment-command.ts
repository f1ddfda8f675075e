import * as z from 'zod/mini'
import { Code, Id, Text } from './shape.ts'

const nothing = z.object({})

/** Comments of readers under articles. Off until a federation and an editor switch them on. */
export const commentCommands = {
  'comment.write': {
    doc: 'A comment of somebody whose phone was verified: the door sends it, nobody else. It waits for an editor.',
    noun: 'comment',
    who: ['system'],
    body: z.strictObject({
      article: Id,
      text: Text,
      phone: z.string().check(z.regex(/^(1\d{10}|\+\d{8,15})$/)),
    }),
    result: nothing,
  },
  'comment.publish': {
    doc: 'Let everybody read a comment.',
    noun: 'comment',
    who: ['staff'],
    body: z.strictObject({ comment: Id }),
    result: nothing,
  },
  'comment.refuse': {
    doc: 'Do not publish a comment, or no longer; its writer reads the reason.',
    noun: 'comment',
    who: ['staff'],
    body: z.strictObject({ comment: Id, reason: Code }),
    result: nothing,
  },
  'comment.withdraw': {
    doc: 'Take a comment back, by its number and code. Nobody reads it any longer.',
    noun: 'comment',
    who: ['claimant', 'system'],
    body: z.strictObject({ comment: Id }),
    result: nothing,
  },
} as const
