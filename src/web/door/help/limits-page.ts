import { isLocalDate, type LocalDate, yearOf } from '../../../domain/calendar/local-time.ts'
import type { OfficeCalendar } from '../../../domain/calendar/office-calendar.ts'
import { type Deadline, deadlineEnd } from '../../../domain/entitlement/deadline.ts'
import { to } from '../dress.ts'
import { type FieldError, field, summary } from '../field.ts'
import { flag, type Html, html, phrases } from '../html.ts'
import { type LimitTold, limitResult } from './limit-result.ts'
import { type HelpDress, helpPage, helpWords, lawList } from './told.ts'

/** What was chosen and typed. */
export type LimitTyped = { readonly which: string; readonly on: string }

/** `/help/limits`: a limit, the day it is counted from, and the day it ends. `asked`: the button was pressed. */
export function limitsPage(dress: HelpDress, { which, on }: LimitTyped, today: LocalDate, asked: boolean): Html {
  const words = helpWords(dress)
  const { deadlines } = dress.rules.help
  const chosen = deadlines.find(({ code }) => code === which) ?? deadlines[0]
  const wrong = asked && !isLocalDate(on)
  const errors: FieldError[] = wrong ? [{ id: 'on', text: words.errors.date }] : []
  const told = deadlines.map((each) => toldOf(dress, each))
  const calendar = yearsAbout(dress.rules.calendar, yearOf(today))
  const options = (whose: Deadline['whose'], label: string) =>
    html`<optgroup label="${label}">${deadlines.filter((each) => each.whose === whose).map((each) => html`<option value="${each.code}"${flag('selected', each === chosen)}>${each.name[dress.locale]}</option>`)}</optgroup>`
  const pick = (attributes: Html) =>
    html`<select name="which"${attributes}>${options('worker', words.limits.worker)}${options('others', words.limits.others)}</select>`
  const result =
    asked && !wrong && chosen
      ? limitResult(words, toldOf(dress, chosen), deadlineEnd(calendar, chosen, on, today), on, to(dress, '/raise'))
      : ''
  const all = deadlines.map(
    (each) =>
      html`<li><b>${each.name[dress.locale]}</b><span class="hint">${words.limits.starts(each.starts[dress.locale])}</span> ${each.what[dress.locale]}${lawList(dress, each.law)}</li>`,
  )
  const body = html`${summary(dress, errors)}<h1>${phrases(words.doors.limits[0])}</h1><p class="lead">${words.limits.lead}</p>
<form id="limit" method="post" action="${to(dress, '/help/limits')}" novalidate autocomplete="off" data-limit data-today="${today}" data-raise="${to(dress, '/raise')}" data-limits="${JSON.stringify(told)}" data-calendar="${JSON.stringify(calendar)}">${field('which', words.limits.which, pick)}${field('on', words.limits.on, (attributes) => html`<input type="date" name="on" value="${on}"${attributes}>`, { errors })}
<div class="send"><button class="button wide" name="do" value="count">${words.count}</button></div></form><div id="out" data-out>${result}</div>
<section aria-labelledby="all"><h2 id="all">${words.limits.all}</h2><ul class="clocks">${all}</ul></section><p class="hint">${words.general} ${words.kept}</p>`
  return helpPage(dress, '/help/limits', body, 'limit')
}

function toldOf({ locale }: HelpDress, { code, name, starts, what, whose, span, moves }: Deadline): LimitTold {
  return { code, whose, span, moves, name: name[locale], starts: starts[locale], what: what[locale] }
}

/** The years a limit may end in; a phone needs no more of the calendar. */
function yearsAbout(calendar: OfficeCalendar, year: number): OfficeCalendar {
  const near = (text: string) => Math.abs(Number(text.slice(0, 4)) - year) <= 2
  const of = <T>(days: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(days).filter(([on]) => near(on))) as Record<string, T>
  const holidays = Object.fromEntries(Object.keys(of(calendar.holidays)).map((on) => [on, '']))
  return { version: '', years: of(calendar.years), holidays, makeUpDays: of(calendar.makeUpDays), officeHours: [] }
}
