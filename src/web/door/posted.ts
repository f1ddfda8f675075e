/** A posted form as the server reads it. What a program posts instead may be anything: `posted` takes text only. */
export type PostedForm = Readonly<Record<string, string | readonly string[] | undefined>>

/** One field of a posted form; the first value where it came more than once, empty where it did not come. */
export function posted(form: PostedForm, name: string): string {
  const value = form[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : ''
}
