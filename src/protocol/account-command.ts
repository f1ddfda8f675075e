import * as z from 'zod/mini'
import { Code, Id, Int } from './shape.ts'

const account = Id
const nothing = z.object({})
/** There when a unit could do something before and has nobody left for it: a warning, never silent (product law 10). */
const loss = z.object({ leavesUnstaffed: z.optional(z.literal(true)) })

/** Commands on accounts and posts. Passwords never travel in commands: they have routes of their own. */
export const accountCommands = {
  'account.create': {
    doc: 'A new person who signs in. The stream is made by this command; login, name and password stand outside the ledger.',
    noun: 'account',
    who: ['staff', 'operator'],
    body: z.strictObject({ account, unit: Int }),
    result: nothing,
  },
  'post.grant': {
    doc: 'Give a post: role at a unit, with or without a section.',
    noun: 'account',
    who: ['staff', 'operator'],
    body: z.strictObject({ account, unit: Int, section: z.optional(Code), role: Code, fullTime: z.boolean() }),
    result: z.object({ post: Int }),
  },
  'post.end': {
    doc: 'End a post.',
    noun: 'account',
    who: ['staff', 'operator'],
    body: z.strictObject({ account, post: Int }),
    result: loss,
  },
  'post.hand-over': {
    doc: 'Hand a post over to another person in one step: the same unit, section and role; its duties go along.',
    noun: 'account',
    who: ['staff', 'operator'],
    body: z.strictObject({ account, post: Int, to: Id }),
    result: z.object({ post: Int }),
  },
  'account.disable': {
    doc: 'Disable an account; its sessions end and its posts are ended.',
    noun: 'account',
    who: ['staff', 'operator'],
    body: z.strictObject({ account }),
    result: loss,
  },
  'account.reset': {
    doc: 'Book that a new password was handed out. Who sets it stands at the machine: nobody resets over the network.',
    noun: 'account',
    who: ['operator'],
    body: z.strictObject({ account }),
    result: nothing,
  },
} as const
