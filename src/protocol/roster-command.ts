import * as z from 'zod/mini'
import { Instant, Int } from './shape.ts'

const nothing = z.object({})

/** Commands on a unit's office: its duty roster and whether it is a small one. The stream follows from the unit. */
export const rosterCommands = {
  'duty.set': {
    doc: 'Put a post of the unit on duty from one instant to another; a post that is handed over takes its duties along.',
    noun: 'office',
    who: ['staff', 'operator'],
    body: z.strictObject({ unit: Int, post: Int, from: Instant, to: Instant }),
    result: z.object({ entry: Int }),
  },
  'duty.clear': {
    doc: 'Take one entry off the duty roster.',
    noun: 'office',
    who: ['staff', 'operator'],
    body: z.strictObject({ unit: Int, entry: Int }),
    result: nothing,
  },
  'office.set-small': {
    doc: 'Make the unit a small office, where one person may combine duties that are marked so, or a strict one again.',
    noun: 'office',
    who: ['staff', 'operator'],
    body: z.strictObject({ unit: Int, on: z.boolean() }),
    result: nothing,
  },
} as const
