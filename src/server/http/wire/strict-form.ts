import { isStorable } from './strict-json.ts'

/** A form's fields; a name that comes more than once (checkboxes) gives a list. */
export type Form = Readonly<Record<string, string | readonly string[]>>

const maxFields = 500

/** Reads application/x-www-form-urlencoded, or says which field cannot be read. URLSearchParams would mend it silently. */
export function parseStrictForm(text: string): { readonly form: Form } | { readonly field: string } {
  const form: Record<string, string | string[]> = Object.create(null)
  const pairs = text === '' ? [] : text.split('&')
  if (pairs.length > maxFields) return { field: '' }
  for (const pair of pairs) {
    const cut = pair.indexOf('=')
    const name = decode(cut < 0 ? pair : pair.slice(0, cut))
    const value = decode(cut < 0 ? '' : pair.slice(cut + 1))
    if (name === undefined) return { field: '' }
    if (value === undefined) return { field: name.slice(0, 64) }
    const earlier = form[name]
    if (earlier === undefined) form[name] = value
    else if (Array.isArray(earlier)) earlier.push(value)
    else form[name] = [earlier, value]
  }
  return { form }
}

function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    return isStorable(decoded) ? decoded : undefined
  } catch {
    return undefined
  }
}
