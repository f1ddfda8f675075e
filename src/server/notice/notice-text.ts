import { localDateOf, sinceMidnight } from '../../domain/calendar/local-time.ts'
import { fillSlots, type Notice, type Notices } from '../../domain/notice.ts'
import type { Text } from '../../domain/text.ts'

/** Values of a notice as its row keeps them: numbers, counts, instants in ISO 8601 (`due`). */
export type NoticeParams = Readonly<Record<string, string | number>>

/** The code under which a day's digest stands; its params are counts by code of the notices it gathers. */
export const digestCode = 'digest'

/** The sentence of a notice, composed when it is sent or shown; a row never holds it. */
export function textOf(notices: Notices, code: string, params: NoticeParams): Text {
  if (code === digestCode) {
    const lines = notices.list.filter((each) => each.when === 'digest' && Number(params[each.code] ?? 0) > 0)
    const said = lines.map((each) => sentence(each, { count: params[each.code] ?? 0 }))
    return { zh: said.map(({ zh }) => zh).join('\n'), en: said.map(({ en }) => en).join('\n') }
  }
  const notice = notices.list.find((each) => each.code === code)
  if (!notice) return { zh: code, en: code }
  return sentence(notice, notice.when === 'digest' ? { count: 1, ...params } : params)
}

function sentence(notice: Notice, params: NoticeParams): Text {
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, name === 'due' ? wallTime(String(value)) : String(value)]),
  )
  return { zh: fillSlots(notice.zh, values), en: fillSlots(notice.en, values) }
}

/** `06-15 09:30`, as a clock on a wall in China shows it. */
function wallTime(iso: string): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  const minutes = Math.floor(sinceMidnight(at) / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${localDateOf(at).slice(5)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
