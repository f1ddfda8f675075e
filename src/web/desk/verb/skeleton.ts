import type { LetterNamed } from '../text/names.ts'

/** What the page knows of a letter's places; what it does not know a person fills. */
export type Known = Readonly<Partial<Record<string, string>>>

const open = '【'
const shut = '】'

/** The skeleton with what is known put in; every other place says in brackets what belongs there. */
export function fillSkeleton(letter: Pick<LetterNamed, 'text' | 'fields'>, known: Known): string {
  const named = new Map(letter.fields.map(({ code, name }) => [code, name]))
  return letter.text.replace(
    /\{(\w+)\}/g,
    (_, code: string) => known[code] || `${open}${named.get(code) ?? code}${shut}`,
  )
}

/** The first place that nobody filled, or null: no letter goes out with a hole in it. */
export function firstHole(letter: Pick<LetterNamed, 'fields'>, text: string): string | null {
  return letter.fields.find(({ name }) => text.includes(`${open}${name}${shut}`))?.name ?? null
}
