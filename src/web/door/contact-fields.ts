import { clockTime } from '../../domain/contact-wishes.ts'
import { type Dress, wordsOf } from './dress.ts'
import { type FieldError, field, group } from './field.ts'
import { flag, type Html, html } from './html.ts'
import { type PostedForm, posted } from './posted.ts'

/** How and when it is safe to reach the worker, as typed (domain §4 rule 17). */
export type WishFields = {
  /** Empty: calls and texts both. */
  readonly how: '' | 'text' | 'none'
  readonly from: string
  readonly to: string
  readonly pickup: '' | 'others'
}

export const noWishes: WishFields = { how: '', from: '', to: '', pickup: '' }

/** Reads them; what is none of the choices is none. */
export function readWishes(form: PostedForm): WishFields {
  const how = posted(form, 'how')
  return {
    how: how === 'text' || how === 'none' ? how : '',
    from: posted(form, 'from').slice(0, 8),
    to: posted(form, 'to').slice(0, 8),
    pickup: posted(form, 'pickup') === 'others' ? 'others' : '',
  }
}

/** Hours stand as a pair, or not at all. */
export function checkWishes(dress: Dress, { from, to }: WishFields): FieldError[] {
  if (from === '' && to === '') return []
  return clockTime.test(from) && clockTime.test(to) && from !== to
    ? []
    : [{ id: 'from', text: wordsOf(dress).errors.hours }]
}

/** What of an identity was given: name, phone, words and choices, none of them empty. */
export function givenOf(
  fields: WishFields & { readonly name: string; readonly phone: string; readonly reach: string },
) {
  const { how, from, to, pickup } = fields
  const said = { name: fields.name.trim(), phone: fields.phone.trim(), reach: fields.reach.trim() }
  return Object.fromEntries(Object.entries({ ...said, how, from, to, pickup }).filter(([, value]) => value !== ''))
}

/** Name, phone, and when and how it is safe: the choices as chips, hours and words folded away until wanted. */
export function contactFields(
  dress: Dress,
  fields: WishFields & { readonly name: string; readonly phone: string; readonly reach: string },
  errors: readonly FieldError[],
): Html {
  const words = wordsOf(dress).raise
  const chip = (value: WishFields['how'], text: string) =>
    html`<label class="choice inline"><input type="radio" name="how" value="${value}"${flag('checked', fields.how === value)}><span>${text}</span></label>`
  const time = (id: 'from' | 'to', label: string) =>
    field(id, label, (attributes) => html`<input type="time" name="${id}" value="${fields[id]}"${attributes}>`, {
      errors,
    })
  const open =
    fields.from !== '' || fields.to !== '' || fields.pickup !== '' || fields.reach !== '' || errors.length > 0
  return html`${field('name', words.name, (attributes) => html`<input name="name" value="${fields.name}" autocomplete="name"${attributes}>`, { errors })}
${field('phone', words.phone, (attributes) => html`<input name="phone" type="tel" value="${fields.phone}" autocomplete="tel"${attributes}>`, { errors })}
${group('how', words.how, html`<div class="row">${chip('', words.howAny)}${chip('text', words.howText)}${chip('none', words.howNone)}</div>`)}
<details${flag('open', open)}><summary>${words.safe}</summary>
<div class="beside even">${time('from', words.from)}${time('to', words.to)}</div><p class="hint">${words.hoursHint}</p>
<label class="choice"><input type="checkbox" name="pickup" value="others"${flag('checked', fields.pickup === 'others')}><span>${words.pickup}<span class="what">${words.pickupWhat}</span></span></label>
${field('reach', words.reach, (attributes) => html`<input name="reach" value="${fields.reach}" autocomplete="off"${attributes}>`, { errors, hint: words.reachHint })}</details>`
}
