import * as z from 'zod/mini'
import { OpenedRow, TimelineRow } from './demand-page-view.ts'
import { DemandRow, NamedUnion } from './demand-row.ts'
import { Instant } from './shape.ts'

const nullable = z.nullable

/** The view of who holds a receipt, spread into the registry. */
export const followViews = {
  follow: {
    doc: 'What the holder of a receipt sees: the demand in plain words with its texts, the verbs that are theirs, who opened what. `visitOpened`: who opened the record of the visit it was heard on; null where it was heard elsewhere. `keeping`: who stays with the worker after that visit, `who` it is now, and by name only where the worker is named. Credentials by header `Authorization: Receipt <number> <code>`, never in the address.',
    who: ['claimant'],
    params: z.strictObject({}),
    answer: z.object({
      demand: DemandRow,
      timeline: z.array(z.extend(TimelineRow, { text: nullable(z.string()) })),
      opened: z.array(OpenedRow),
      visitOpened: nullable(z.array(z.object({ at: Instant, unit: nullable(NamedUnion) }))),
      keeping: nullable(
        z.object({
          keep: z.enum(['cadre', 'union', 'nobody']),
          since: nullable(Instant),
          who: nullable(z.enum(['same', 'successor', 'union'])),
          unit: nullable(z.string()),
          came: nullable(z.string()),
          stays: nullable(z.string()),
        }),
      ),
      checkWord: z.string(),
      assisted: z.boolean(),
    }),
  },
} as const
