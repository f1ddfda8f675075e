import type { CommandBody } from '../../../protocol/command.ts'
import { recall } from '../frame/remembered.ts'
import type { TextKey } from '../text/zh.ts'

export const modes = ['named', 'confidential', 'anonymous'] as const
export type Mode = (typeof modes)[number]

/** What stands in the form of 接听登记, as typed. */
export interface IntakeDraft {
  readonly text: string
  readonly channel: string | null
  readonly region: { readonly code: string; readonly name: string } | null
  readonly employer: { readonly id: number; readonly name: string } | null
  readonly agency: { readonly id: number; readonly name: string } | null
  readonly persons: string
  readonly mode: Mode | null
  readonly name: string
  readonly phone: string
  readonly reach: string
  /** Token of the photo of a paper form, once it is kept. */
  readonly paper: string | null
}

/** An empty form in the region that was last used here: a counter serves one place. */
export function emptyIntake(): IntakeDraft {
  const [code, ...name] = (recall('region') ?? '').split(' ')
  const region = code && /^\d{6}(\d{3})?$/.test(code) ? { code, name: name.join(' ') } : null
  const who = { persons: '1', mode: null, name: '', phone: '', reach: '', paper: null }
  return { text: '', channel: null, region, employer: null, agency: null, ...who }
}

/** The body of `demand.raise`, or the text that says what is missing. Nobody is asked for more than text, place and mode. */
export function intakeBody(draft: IntakeDraft): CommandBody<'demand.raise'> | { readonly missing: TextKey } {
  const { text, channel, region, employer, agency, mode } = draft
  if (!text.trim()) return { missing: 'intake.textMissing' }
  if (!channel) return { missing: 'intake.channelMissing' }
  if (!region) return { missing: 'intake.regionMissing' }
  if (!mode) return { missing: 'intake.modeMissing' }
  const persons = Number(draft.persons.normalize('NFKC').trim() || '1')
  if (!Number.isInteger(persons) || persons < 1 || persons > 100_000) return { missing: 'intake.personsWrong' }
  const identity = mode === 'anonymous' ? {} : given(draft)
  return {
    region: region.code,
    channel,
    mode,
    text,
    persons,
    ...(Object.keys(identity).length > 0 ? { identity } : {}),
    ...(employer ? { employer: employer.id } : {}),
    ...(agency ? { agency: agency.id } : {}),
    ...(draft.paper ? { files: [draft.paper] } : {}),
  }
}

/** Only what was said. */
function given(draft: IntakeDraft): Record<string, string> {
  const parts = ['name', 'phone', 'reach'] as const
  return Object.fromEntries(parts.filter((part) => draft[part].trim()).map((part) => [part, draft[part].trim()]))
}
