import { type Dress, wordsOf } from './dress.ts'
import { type Html, html, type Part, phrases } from './html.ts'

/** What is wrong with a field: `id` of the control to go to, and in words what to do. */
export type FieldError = { readonly id: string; readonly text: string }

/** Attributes that tie a control to its hint and its error. */
export function described(id: string, hint: boolean, errors: readonly FieldError[]): Html {
  const wrong = errors.some((error) => error.id === id)
  const ids = [hint && `${id}-hint`, wrong && `${id}-error`].filter(Boolean).join(' ')
  return html`${ids ? html` aria-describedby="${ids}"` : ''}${wrong ? html` aria-invalid="true"` : ''}`
}

/** The error beside a field, or nothing. */
export function errorOf(id: string, errors: readonly FieldError[]): Html {
  const error = errors.find((each) => each.id === id)
  return error ? html`<p class="error" id="${id}-error">${error.text}</p>` : html``
}

/** A label with its hint, the control, and its error between them, where a reader meets it before typing. */
export function field(
  id: string,
  label: Part,
  control: (attributes: Html) => Html,
  more: { hint?: string | undefined; errors?: readonly FieldError[]; optional?: string } = {},
): Html {
  const errors = more.errors ?? []
  const wrong = errors.some((error) => error.id === id)
  return html`<div class="field${wrong ? ' wrong' : ''}"><label for="${id}">${label}${more.optional && html` <span class="optional">${more.optional}</span>`}</label>
${more.hint && html`<p class="hint" id="${id}-hint">${more.hint}</p>`}${errorOf(id, errors)}${control(html` id="${id}"${described(id, Boolean(more.hint), errors)}`)}</div>`
}

/** A group of choices with one question. */
export function group(
  id: string,
  legend: Part,
  content: Part,
  more: { hint?: string | undefined; errors?: readonly FieldError[]; optional?: string } = {},
): Html {
  const errors = more.errors ?? []
  const wrong = errors.some((error) => error.id === id)
  return html`<fieldset id="${id}"${described(id, Boolean(more.hint), errors)} class="field${wrong ? ' wrong' : ''}" tabindex="-1"><legend>${legend}${more.optional && html` <span class="optional">${more.optional}</span>`}</legend>
${more.hint && html`<p class="hint" id="${id}-hint">${more.hint}</p>`}${errorOf(id, errors)}${content}</fieldset>`
}

/** What is wrong on this page, with a link to each place; takes the focus when the page opens. */
export function summary(dress: Dress, errors: readonly FieldError[]): Html {
  if (errors.length === 0) return html``
  const words = wordsOf(dress).errors
  return html`<div class="summary" id="errors" role="alert" tabindex="-1" autofocus data-focus><h2>${phrases(words.heading(errors.length))}</h2><ul>${errors.map((error) => html`<li><a href="#${error.id}">${error.text}</a></li>`)}</ul></div>`
}
