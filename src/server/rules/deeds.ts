import { z } from 'zod'
import type { DeedKind, DeedRules } from '../../domain/deed/kind.ts'
import { refuseRepeats } from './codes.ts'
import type { RulesFile } from './rules-file.ts'
import { count, named, some } from './schema-parts.ts'

const common = { ...named.shape, required: z.boolean().default(false) }
const field = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.enum(['yes-no', 'count', 'amount', 'day']) }),
  z.strictObject({ ...common, type: z.literal('one-of'), options: some(named) }),
])

/** `deeds.yaml` */
export const deedsFile = z.strictObject({
  noticeWorkingDays: count,
  mostSlipsAtOnce: count,
  compoundSurnames: z.array(z.string().regex(/^\p{Script=Han}{2,3}$/u, 'must be two or three Han characters')),
  funds: some(named),
  deeds: some(named.extend({ notice: z.boolean().default(false), fields: z.array(field).default([]) })),
})
type File = RulesFile<z.infer<typeof deedsFile>>

// Domain §8 (S53): the public notice of aid stands at least so long.
const LEAST_NOTICE = 5

/** Refuses codes that stand twice and a notice shorter than the rules on aid allow. */
export function buildDeeds(file: File): { readonly deeds: readonly DeedKind[]; readonly deedRules: DeedRules } {
  const { deeds, funds, noticeWorkingDays, mostSlipsAtOnce, compoundSurnames } = file.value
  refuseRepeats(file, ['deeds'], deeds, 'code')
  refuseRepeats(file, ['funds'], funds, 'code')
  for (const [at, { fields }] of deeds.entries()) refuseRepeats(file, ['deeds', at, 'fields'], fields, 'code')
  if (noticeWorkingDays < LEAST_NOTICE)
    file.refuse(['noticeWorkingDays'], `${noticeWorkingDays} is too short; give ${LEAST_NOTICE} or more`)
  return {
    deeds: deeds.map(({ fields, notice, ...kind }) => ({
      ...{ ...coded(kind), notice },
      fields: fields.map((each) => ({
        ...{ ...coded(each), type: each.type, required: each.required },
        options: each.type === 'one-of' ? each.options.map(coded) : [],
      })),
    })),
    deedRules: { funds: funds.map(coded), noticeWorkingDays, mostSlipsAtOnce, compoundSurnames },
  }
}

function coded({ code, zh, en }: { readonly code: string; readonly zh: string; readonly en: string }) {
  return { code, name: { zh, en } }
}
