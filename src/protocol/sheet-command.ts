import * as z from 'zod/mini'
import { measures } from '../domain/measure/measure.ts'
import { Month } from './figure-view.ts'
import { Id, Int, LocalDay, Short } from './shape.ts'

/** Most bytes of a table's file: a table of a few hundred rows has some ten thousand. */
export const mostSheetBytes = 2 * 1024 * 1024

const nothing = z.object({})
const words = Short.check(z.minLength(1))
const place = z.int().check(z.gte(0), z.lte(4999))
/** Base64 of at most `mostSheetBytes`. */
const File = z.string().check(
  z.minLength(4),
  z.maxLength(Math.ceil(mostSheetBytes / 3) * 4),
  z.refine(
    (text: unknown) => typeof text === 'string' && text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text),
    {
      error: 'is not base64',
    },
  ),
)

/** Commands on a table somebody above asked for. None has a field for a figure: what is filled in is computed. */
export const sheetCommands = {
  'sheet.take': {
    doc: 'Take in a table (XLSX or CSV) that an office asked for, to be answered. The file is sealed.',
    noun: 'sheet',
    who: ['staff'],
    body: z.strictObject({
      unit: Int,
      title: words,
      /** The office that asked, in plain words. */
      from: words,
      askedOn: LocalDay,
      dueOn: z.optional(LocalDay),
      name: words,
      file: File,
    }),
    result: nothing,
  },
  'sheet.match': {
    doc: 'Say which columns of a table ask for which measures, over which months, and whether its rows name unions.',
    noun: 'sheet',
    who: ['staff'],
    body: z.strictObject({
      sheet: Id,
      fromMonth: Month,
      toMonth: Month,
      rows: z.enum(['own', 'named']),
      header: place,
      columns: z
        .array(z.strictObject({ column: place, header: words, measure: z.enum(measures) }))
        .check(z.maxLength(300)),
    }),
    result: nothing,
  },
  'sheet.fill': {
    doc: 'Say that a table was answered, and how many minutes it took, if that is to be known.',
    noun: 'sheet',
    who: ['staff'],
    body: z.strictObject({ sheet: Id, minutes: z.optional(z.int().check(z.gte(1), z.lte(10_000))) }),
    result: nothing,
  },
} as const
