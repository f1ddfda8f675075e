import { addDays, type LocalDate, weekdayOf } from '../calendar/local-time.ts'

/** The same day `months` later, or the last of the month where it has none (民法典 Art 202). */
export function addMonths(on: LocalDate, months: number): LocalDate {
  const all = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(all / 12), (all % 12) + 1]
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  const next =
    month === 12
      ? `${String(year + 1).padStart(4, '0')}-01-01`
      : `${first.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`
  const last = Number(addDays(next, -1).slice(8))
  return `${first}-${String(Math.min(Number(on.slice(8)), last)).padStart(2, '0')}`
}

/** Whole months from a day up to another, both worked: 1 March to 31 March is one. */
export function wholeMonths(from: LocalDate, to: LocalDate): number {
  const end = addDays(to, 1)
  let months =
    (Number(end.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(from.slice(5, 7))
  while (months > 0 && addMonths(from, months) > end) months -= 1
  return Math.max(0, months)
}

/** Days from one to another, both included; 0 when the other is earlier. */
export function daysWithin(from: LocalDate, to: LocalDate): number {
  if (to < from) return 0
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1
}

/** Mondays to Fridays from one day to another, both included: paid days count holidays in (人社部发〔2025〕2号). */
export function weekdaysWithin(from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let on = from; on <= to; on = addDays(on, 1)) if (weekdayOf(on) <= 5) count += 1
  return count
}
