import { z } from 'zod'
import type { FileRules } from '../../domain/file/file-rules.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { count, said, some } from './schema-parts.ts'

/** A file is opened whole once, when it has arrived. */
const mostAtOnce = 64 * 1024 * 1024

/** `files.yaml` */
export const filesFile = z.strictObject({
  version: said,
  mostBytes: count.max(mostAtOnce),
  mostFiles: count.max(100),
  keepHours: count,
  freePerPlace: count,
  mostWaitingBytes: count,
  mostPixels: count.max(200_000_000),
  viewEdge: count.max(8000),
  viewQuality: count.max(100),
  types: some(
    z.strictObject({
      type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'must be a media type such as image/jpeg'),
      kind: z.enum(['photo', 'voice', 'paper']),
      end: z.string().regex(/^[a-z0-9]{1,5}$/, 'must be the end of a file name, such as jpg'),
    }),
  ),
})

/** Refuses a type that stands twice, and one of which the server could not tell whether it does harm. */
export function buildFiles(file: RulesFile<z.infer<typeof filesFile>>): FileRules {
  const { version: _, ...rules } = file.value
  refuseRepeats(file, ['types'], rules.types, 'type')
  for (const [at, { type, kind }] of rules.types.entries())
    if (!checked[kind].test(type))
      file.refuse(['types', at, 'type'], `${type} is nothing that is looked through as a ${kind}`)
  return rules
}

/** Types that `server/file/inspect.ts` knows how to look through. */
const checked = {
  photo: /^image\/(jpeg|png|webp)$/,
  voice: /^audio\//,
  paper: /^application\/pdf$/,
} as const
