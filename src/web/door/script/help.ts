import { isLocalDate } from '../../../domain/calendar/local-time.ts'
import type { OfficeCalendar } from '../../../domain/calendar/office-calendar.ts'
import { deadlineEnd } from '../../../domain/entitlement/deadline.ts'
import type { EntitlementRules } from '../../../domain/entitlement/owed.ts'
import { countOwed, owedKind } from '../help/count.ts'
import { type LimitTold, limitResult } from '../help/limit-result.ts'
import { paperDocument, paperFile, paperKind, readPaper } from '../help/paper.ts'
import { paperResult } from '../help/paper-result.ts'
import { owedResult, type Telling } from '../help/result.ts'
import { type Html, html } from '../html.ts'
import { enHelp } from '../text/en-help.ts'
import { zhHelp } from '../text/zh-help.ts'

/**
 * What the help pages add to themselves: everything is reckoned and filled in on the phone, and no form is sent. What was
 * reckoned goes on to a paper through this tab's own store and is gone from it once it was read.
 */
const words = document.documentElement.lang === 'en' ? enHelp : zhHelp
const carried = 'help'
const out = document.querySelector<HTMLElement>('[data-out]')

function store(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch {
    return undefined
  }
}

/** What was typed into a form, by name. */
function typedIn(form: HTMLFormElement): (name: string) => string {
  const data = new FormData(form)
  return (name) => String(data.get(name) ?? '')
}

function json<T>(text: string | undefined): T {
  return JSON.parse(text ?? 'null') as T
}

/** Puts what was made into the page and brings the reader to it. */
function show(made: Html): void {
  if (!out) return
  out.innerHTML = made.text
  const heading = out.querySelector<HTMLElement>('#result')
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: 'start' })
}

/** Takes a form's sending over; its other buttons (language, edition) go on as they are. */
function instead(form: HTMLFormElement, act: (pressed: string) => void): void {
  form.addEventListener('submit', (event) => {
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'enter'
    if (button === 'look') return
    event.preventDefault()
    act(button)
  })
}

/** Says what is wrong beside each field, and goes to the first. */
function fault(form: HTMLFormElement, faults: readonly { readonly id: string; readonly text: string }[]): void {
  for (const old of form.querySelectorAll('.error')) old.remove()
  for (const { id, text } of faults) {
    const at = form.querySelector<HTMLElement>(`#${id}`)
    const note = document.createElement('p')
    note.className = 'error'
    note.id = `${id}-error`
    note.textContent = text
    if (at?.tagName === 'FIELDSET') at.append(note)
    else at?.before(note)
    at?.setAttribute('aria-invalid', 'true')
    at?.setAttribute('aria-describedby', note.id)
  }
  form.querySelector<HTMLElement>(`#${faults[0]?.id}`)?.focus()
}

function cleared(form: HTMLFormElement): void {
  for (const at of form.querySelectorAll('[aria-invalid]')) at.removeAttribute('aria-invalid')
  fault(form, [])
}

const count = document.querySelector<HTMLFormElement>('[data-count]')
const kind = owedKind(count?.dataset.count ?? '')
if (count && kind) {
  const rules = json<EntitlementRules>(count.dataset.rules)
  const more = { laws: json<Telling['laws']>(count.dataset.laws), paths: json<Telling['paths']>(count.dataset.paths) }
  instead(count, () => {
    cleared(count)
    const outcome = countOwed(rules, kind, typedIn(count))
    if ('owed' in outcome) return show(owedResult({ words, paper: zhHelp, ...more }, kind, outcome.owed))
    if (out) out.textContent = ''
    fault(
      count,
      outcome.faults.map(({ id, what }) => ({ id, text: words.errors[what] })),
    )
  })
  out?.addEventListener('submit', (event) => {
    const form = event.target instanceof HTMLFormElement && event.target.matches('[data-carry]') ? event.target : null
    const kept = store()
    if (!form || !kept) return
    event.preventDefault()
    kept.setItem(carried, typedIn(form)('claims'))
    window.location.assign(form.action)
  })
}

const limit = document.querySelector<HTMLFormElement>('[data-limit]')
if (limit) {
  const { raise = '', today = '' } = limit.dataset
  const limits = json<readonly LimitTold[]>(limit.dataset.limits)
  const calendar = json<OfficeCalendar>(limit.dataset.calendar)
  instead(limit, () => {
    cleared(limit)
    const of = typedIn(limit)
    const chosen = limits.find(({ code }) => code === of('which'))
    if (!isLocalDate(of('on'))) fault(limit, [{ id: 'on', text: words.errors.date }])
    else if (chosen) show(limitResult(words, chosen, deadlineEnd(calendar, chosen, of('on'), today), of('on'), raise))
  })
}

const form = document.querySelector<HTMLFormElement>('[data-paper]')
const paperIs = paperKind(form?.dataset.paper ?? '')
if (form && paperIs) {
  const claims = store()?.getItem(carried)
  store()?.removeItem(carried)
  const field = form.querySelector<HTMLTextAreaElement>('[name=claims]')
  if (field && claims && !field.value) field.value = claims
  instead(form, (pressed) => {
    const typed = readPaper(typedIn(form))
    if (pressed === 'save') return save(paperDocument(paperIs, typed).text, paperFile[paperIs])
    show(paperResult(words, paperIs, typed, form.dataset.raise ?? ''))
    const print = html`<p class="actions"><button class="button" type="button" data-print>${words.paper.print}</button></p>`
    out?.querySelector('.paper')?.insertAdjacentHTML('afterend', print.text)
    out?.querySelector('[data-print]')?.addEventListener('click', () => window.print())
  })
}

function save(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/html' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
