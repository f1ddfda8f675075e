/**
 * Pages of the worker's door are text made by this tag: every value is escaped unless it is Html itself, so that nothing
 * a person typed can become markup. No template engine: this is all of it.
 */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

/** What may stand in a template: text, number, Html, lists of them; false, null and undefined are nothing. */
export type Part = string | number | Html | false | null | undefined | readonly Part[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes for text and for attributes in quotes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let text = strings[0] ?? ''
  for (const [at, part] of parts.entries()) text += written(part) + (strings[at + 1] ?? '')
  return new Html(text)
}

/** Several parts with nothing between. */
export function join(parts: readonly Part[]): Html {
  return new Html(written(parts))
}

/** An attribute that is there or not: `${flag('checked', on)}`. */
export function flag(
  name: 'checked' | 'selected' | 'required' | 'open' | 'autofocus' | 'formnovalidate',
  on: boolean,
): Html {
  return new Html(on ? ` ${name}` : '')
}

/** A heading that breaks between its phrases before it breaks within one: Chinese has no spaces that would do it. */
export function phrases(text: string): Html {
  const parts = text.split(/(?<=[，；：）])(?!$)/)
  return new Html(
    parts.length > 1 ? parts.map((part) => `<span class="phrase">${escaped(part)}</span>`).join('') : escaped(text),
  )
}

/** What a person wrote, with their line breaks. */
export function lines(text: string): Html {
  return new Html(text.trim().split(/\r?\n/).map(escaped).join('<br>'))
}

function written(part: Part): string {
  if (part === false || part === null || part === undefined) return ''
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return part.map(written).join('')
}
