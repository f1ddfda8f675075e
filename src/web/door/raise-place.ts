import { type Dress, to, wordsOf } from './dress.ts'
import { described, errorOf, type FieldError, field, group } from './field.ts'
import { flag, type Html, html } from './html.ts'
import type { RaiseFields } from './raise-form.ts'

/** A region with the names above it, for telling namesakes apart. */
export type PlaceOption = { readonly code: string; readonly name: string; readonly path: readonly string[] }
/** What the server knows of the place asked for. `deep` once it is a county or below, which is enough. */
export type Places = {
  readonly chosen: (PlaceOption & { readonly deep: boolean }) | null
  readonly children: readonly PlaceOption[]
  /** Regions found by name; null when nothing was looked for. */
  readonly found: readonly PlaceOption[] | null
}
/** Employers found by name; null when nothing was looked for. */
export type Employers = readonly { readonly id: number; readonly name: string }[] | null

/** A button that comes back to the same page, at the place where it was pressed, with everything typed kept. */
function step(dress: Dress, value: string, text: string, at: string): Html {
  return html`<button class="button quiet" name="do" value="${value}" formaction="${to(dress, `/raise#${at}`)}" formnovalidate>${text}</button>`
}

/** Where it happened: by name, or level by level; both without scripts. */
export function placeField(dress: Dress, fields: RaiseFields, places: Places, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const { chosen, children, found } = places
  if (!chosen) {
    const input = html`<div class="beside"><input id="place" name="place" value="${fields.place}" maxlength="40" autocomplete="off" aria-label="${words.placeInput}"${described('place', true, errors)}>${step(dress, 'find-place', words.placeFind, 'where')}</div>`
    const options =
      found &&
      found.length > 0 &&
      html`<div class="found" role="group" aria-label="${words.placeFound}"><p><b>${words.placeFound}</b></p>${found.map((place) => radio('region', place.code, pathText(place), false))}</div>`
    return html`<fieldset id="where" class="field${errors.some((e) => e.id === 'place') ? ' wrong' : ''}"><legend>${words.place}</legend><p class="hint" id="place-hint">${words.placeHint}</p>${errorOf('place', errors)}${input}${options}
<p>${step(dress, 'browse-place', words.placeBrowse, 'where')}</p></fieldset>`
  }
  const narrower =
    children.length > 0 &&
    field(
      'place',
      chosen.deep ? words.placeNarrow : words.placeFound,
      (attributes) =>
        html`<div class="beside"><select name="pick"${attributes}><option value="">${chosen.deep ? words.placeWhole(chosen.name) : ''}</option>${children.map((place) => html`<option value="${place.code}">${place.name}</option>`)}</select>${chosen.deep ? '' : step(dress, 'next-place', words.placeNext, 'where')}</div>`,
      { errors },
    )
  const path = pathText(chosen)
  return html`<fieldset id="where" class="field"><legend>${words.place}</legend><input type="hidden" name="region" value="${chosen.code}">
<div class="chosen"><p><b>${path}</b></p>${step(dress, 'other-place', words.placeAgain, 'where')}</div>${narrower}${children.length === 0 && errorOf('place', errors)}</fieldset>`
}

/** Which employer: optional, found by name, or simply as written; and, folded away, who sent the worker there. */
export function employerField(
  dress: Dress,
  fields: RaiseFields,
  { employers, agencies }: { readonly employers: Employers; readonly agencies: Employers },
  errors: readonly FieldError[],
): Html {
  const words = wordsOf(dress).raise
  const wrong = errors.some(({ id }) => id === 'employerName' || id === 'agencyName')
  const sent = agencies !== null || fields.agencyName !== '' || errors.some(({ id }) => id === 'agencyName')
  return html`<fieldset id="which" class="field${wrong ? ' wrong' : ''}"><legend>${words.employer} <span class="optional">${words.optional}</span></legend><p class="hint" id="employerName-hint">${words.employerHint}</p>${company(dress, fields, 'employer', employers, errors)}
<details id="sent"${flag('open', sent)}><summary>${words.agency}</summary><p class="hint" id="agencyName-hint">${words.agencyHint}</p>${company(dress, fields, 'agency', agencies, errors)}</details></fieldset>`
}

/** A company by its name: what was typed, what was found, or that it stays as written. */
function company(
  dress: Dress,
  fields: RaiseFields,
  which: 'employer' | 'agency',
  found: Employers,
  errors: readonly FieldError[],
): Html {
  const words = wordsOf(dress).raise
  const [name, id] = [`${which}Name` as const, fields[which]]
  const input = html`<div class="beside"><input id="${name}" name="${name}" value="${fields[name]}" autocomplete="off" aria-label="${words[`${which}Input`]}"${described(name, true, errors)}>${step(dress, `find-${which}`, words.employerFind, which === 'agency' ? 'sent' : 'which')}</div>`
  const known = found?.some((each) => String(each.id) === id) ?? false
  const options =
    found &&
    found.length > 0 &&
    html`<div class="found" role="group" aria-label="${words.employerFound}"><p><b>${words.employerFound}</b></p>${found.map((each) => radio(which, String(each.id), each.name, String(each.id) === id))}${radio(which, '', words.employerOwn, !known)}</div>`
  const none = found?.length === 0 && html`<p class="note" role="status">${words.employerNone(fields[name].trim())}</p>`
  return html`${errorOf(name, errors)}${input}${options}${none}`
}

/** How many: only me, or more. */
export function personsField(dress: Dress, fields: RaiseFields, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const count = field(
    'persons',
    words.personsCount,
    (attributes) =>
      html`<input name="persons" value="${fields.persons}" inputmode="numeric" maxlength="6" autocomplete="off" class="short"${attributes}>`,
    { errors },
  )
  return group(
    'who',
    words.persons,
    html`${radio('who', 'me', words.personsMe, fields.who === 'me')}${radio('who', 'us', words.personsUs, fields.who === 'us')}<div class="only-us">${count}</div>`,
  )
}

/** One choice with a big target. */
export function radio(name: string, value: string, text: string, on: boolean, more: Html | '' = ''): Html {
  return html`<label class="choice"><input type="radio" name="${name}" value="${value}"${flag('checked', on)}><span><b>${text}</b>${more}</span></label>`
}

function pathText(place: PlaceOption): string {
  return [...place.path, place.name].join(' · ')
}
