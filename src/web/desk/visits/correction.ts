import type { CommandBody } from '../../../protocol/command.ts'
import type { ViewAnswer } from '../../../protocol/view.ts'
import type { TextKey } from '../text/zh.ts'
import type { Line } from './draft.ts'

/** What can be corrected of a visit, as it stands in a form. */
export interface Correction {
  readonly met: string
  readonly kind: string
  readonly opinions: readonly Line[]
  readonly deeds: readonly Line[]
  readonly next: string
  readonly nextOn: string
  readonly reason: string
}

/** What was told last. Only who recorded a visit corrects it, and that person reads its sentences. */
export function toldBefore({ visit, opinions, deeds, next }: ViewAnswer<'visit'>): Correction {
  const line = (code: string | null, text: string | null, n: number): Line => ({
    key: String(n + 1),
    code: code ?? '',
    text: text ?? '',
  })
  return {
    met: String(visit.met),
    kind: visit.kind ?? '',
    opinions: opinions.map(({ theme, text }, n) => line(theme, text, n)),
    deeds: deeds.map(({ deed, text }, n) => line(deed, text, n)),
    next: next?.text ?? '',
    nextOn: next?.on ?? '',
    reason: '',
  }
}

/** The body: what was changed and nothing else. A row that was emptied is taken out. */
export function correctionOf(
  visit: string,
  before: Correction,
  { met, kind, opinions, deeds, next, nextOn, reason }: Correction,
): CommandBody<'visit.correct'> | { readonly missing: TextKey } {
  const count = Number(met.normalize('NFKC').trim() || Number.NaN)
  if (!Number.isInteger(count) || count < 0 || count > 100_000) return { missing: 'visits.metMissing' }
  if (reason.trim() === '') return { missing: 'visits.correctWhyMissing' }
  // A step that was told can be moved or said otherwise; that there is none any more is said in words.
  const step = next.trim() !== '' && (next !== before.next || nextOn !== before.nextOn)
  return {
    ...{ visit, reason: reason.trim() },
    ...(count !== Number(before.met) && { met: count }),
    ...(kind !== before.kind && kind !== '' && { kind }),
    ...(isOther(opinions, before.opinions) && {
      opinions: typed(opinions).map(({ code, text }) => ({ theme: code || 'other', text: text.trim() })),
    }),
    ...(isOther(deeds, before.deeds) && {
      deeds: typed(deeds).map(({ code, text }) => ({ deed: code || 'other', text: text.trim() })),
    }),
    ...(step && { nextStep: { text: next.trim(), ...(nextOn && { on: nextOn }) } }),
  }
}

function typed(rows: readonly Line[]): readonly Line[] {
  return rows.filter(({ text }) => text.trim() !== '')
}

function isOther(rows: readonly Line[], before: readonly Line[]): boolean {
  const of = (all: readonly Line[]) => JSON.stringify(all.map(({ code, text }) => [code, text]))
  return of(rows) !== of(before)
}
