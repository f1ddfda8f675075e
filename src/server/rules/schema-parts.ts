import { z } from 'zod'
import { isLocalDate } from '../../domain/calendar/local-time.ts'

/** What the schemas of the rules files are put together from. */

export const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be a code of small letters, digits and single hyphens')
export const said = z.string().trim().min(1, 'must not be empty')
export const names = { zh: said, en: said }
export const text = z.strictObject(names)
export const named = z.strictObject({ code, ...names })
export const count = z.int().min(1)
export const day = z.string().refine(isLocalDate, 'must be a day that exists, YYYY-MM-DD')
export const some = <T extends z.ZodType>(item: T) => z.array(item).min(1, 'must not be empty')

export const span = z.union(
  [
    z.strictObject({ minutes: count }),
    z.strictObject({ officeMinutes: count }),
    z.strictObject({ workingDays: count }),
    z.strictObject({ calendarDays: count }),
  ],
  'must be exactly one of minutes, officeMinutes, workingDays, calendarDays with a whole number above 0',
)

export const level = z.enum(['nation', 'province', 'city', 'county', 'township', 'grassroots', 'group'])
export const clockText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM in quotes')
export const flag = z.enum([
  'need-to-know',
  'discipline-only',
  'health',
  'finance',
  'family',
  'minor',
  'guardian-consent',
  'crisis',
  'group-claim',
  'life-danger',
])
