import { z } from 'zod'
import { type Notice, type Notices, slotsOf } from '../../domain/notice.ts'
import type { RulesFile } from './rules-file.ts'
import { clockText, code, said, some } from './schema-parts.ts'

/** `notices.yaml` */
export const noticesFile = z.strictObject({
  version: said,
  digestAt: clockText,
  quiet: z.strictObject({ from: clockText, to: clockText, except: z.array(code) }),
  neverToWorkers: some(said),
  notices: some(
    z.strictObject({
      code,
      to: z.enum(['worker', 'staff']),
      when: z.enum(['now', 'digest']),
      params: z.array(z.string().regex(/^[a-zA-Z]+$/, 'must be a word of letters')),
      zh: said,
      en: said,
    }),
  ),
})
type File = RulesFile<z.infer<typeof noticesFile>>

/**
 * Refuses a repeated code, a slot that is not declared or a parameter not used, and whatever would tell a stranger who
 * sees a worker's screen more than that there is something to look at (domain §4 rule 17).
 * @param neutral the sentence every text to a worker begins with, `texts.yaml`
 */
export function buildNotices(file: File, neutral: { readonly zh: string; readonly en: string } | undefined): Notices {
  const { notices, quiet, digestAt } = file.value
  const seen = new Set<string>()
  for (const [at, notice] of notices.entries()) {
    if (seen.has(notice.code)) file.refuse(['notices', at, 'code'], `${notice.code} stands twice; take one out`)
    seen.add(notice.code)
    checkSlots(file, at, notice)
    if (notice.to === 'worker') checkNeutral(file, at, notice, neutral)
  }
  for (const [at, name] of quiet.except.entries()) {
    if (!seen.has(name)) file.refuse(['quiet', 'except', at], `unknown notice ${name}; add it below or take it out`)
  }
  if (quiet.from === quiet.to) file.refuse(['quiet', 'to'], 'is the same as from; give the quiet hours a length')
  if (isWithin(digestAt, quiet)) file.refuse(['digestAt'], 'lies in the quiet hours; put it before or after them')
  return { list: notices, quiet, digestAt }
}

function checkSlots(file: File, at: number, notice: Notice): void {
  for (const language of ['zh', 'en'] as const) {
    const used = slotsOf(notice[language])
    for (const slot of used) {
      if (!notice.params.includes(slot))
        file.refuse(['notices', at, language], `{${slot}} is no parameter; declare it in params or correct it`)
    }
    for (const param of notice.params) {
      if (!used.includes(param))
        file.refuse(['notices', at, 'params'], `${param} is missing in ${language}; use it there or take it out`)
    }
  }
}

function checkNeutral(
  file: File,
  at: number,
  notice: Notice,
  neutral: { readonly zh: string; readonly en: string } | undefined,
): void {
  if (notice.params.length > 0)
    file.refuse(['notices', at, 'params'], 'a text to a worker takes no parameter; take them out')
  if (notice.when !== 'now') file.refuse(['notices', at, 'when'], 'a worker is told as it happens; say now')
  for (const language of ['zh', 'en'] as const) {
    const text = notice[language]
    if (neutral && !text.startsWith(neutral[language]))
      file.refuse(['notices', at, language], 'does not begin with neutral-notice of texts.yaml; begin with it')
    const telling = file.value.neverToWorkers.find((word) => text.toLowerCase().includes(word.toLowerCase()))
    if (telling) file.refuse(['notices', at, language], `says ${telling} on a lock screen; say it without`)
  }
}

function isWithin(time: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to
}
