import { type Dress, wordsOf } from './dress.ts'
import type { FieldError } from './field.ts'
import { errorOf } from './field.ts'
import { flag, type Html, html } from './html.ts'
import type { PostedForm } from './posted.ts'

/** The codes of a posted form, however many boxes were ticked; a page sent again carries them in one field. */
export function postedGroups(form: PostedForm): string {
  const value: unknown = form.groups
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  const codes = all.flatMap((each) => (typeof each === 'string' ? each.split(',') : []))
  return [...new Set(codes.filter((code) => /^[a-z][a-z0-9-]{0,39}$/.test(code)))].join(',')
}

/** Which groups of workers one belongs to: any number or none, with why it is asked (domain §4 rule 12). */
export function groupBoxes(dress: Dress, chosen: string, errors: readonly FieldError[]): Html {
  const { groups, why } = dress.rules.workerGroups
  const on = new Set(chosen.split(','))
  const boxes = groups.map(
    ({ code, name }) =>
      html`<label class="choice"><input type="checkbox" name="groups" value="${code}"${flag('checked', on.has(code))}><span>${name[dress.locale]}</span></label>`,
  )
  return html`<fieldset id="groups" class="field" aria-describedby="groups-why"><legend>${wordsOf(dress).raise.groupsLegend}</legend><p class="hint" id="groups-why">${why[dress.locale]}</p>${errorOf('groups', errors)}${boxes}</fieldset>`
}

/** On `/raise`: folded away, because nothing needs it. */
export function groupsField(dress: Dress, chosen: string, errors: readonly FieldError[]): Html {
  const words = wordsOf(dress).raise
  const open = chosen !== '' || errors.some(({ id }) => id === 'groups')
  return html`<details${flag('open', open)}><summary>${words.groups} <span class="optional">${words.optional}</span></summary>${groupBoxes(dress, chosen, errors)}</details>`
}
