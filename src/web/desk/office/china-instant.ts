/** The instant of a local time of China as a date-and-time field gives it, `2026-06-15T18:00`; null when it is none. */
export function chinaInstant(typed: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(typed)) return null
  const instant = `${typed.length === 16 ? `${typed}:00` : typed}+08:00`
  return Number.isNaN(Date.parse(instant)) ? null : instant
}
