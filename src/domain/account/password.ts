/** Why a password is too easy to guess: which rule it breaks. */
export type Weakness = 'short' | 'long' | 'login' | 'few' | 'common'

/** What a password must stand up to; lengths in characters, `common` in lower case. */
export type PasswordRules = {
  readonly minLength: number
  readonly maxLength: number
  readonly common: ReadonlySet<string>
}

/**
 * The first rule that a new password breaks, or null. No rule asks for digits or signs: length and not being the obvious
 * is what helps, and what people can keep.
 * @param password as `asPassword` writes it
 */
export function weaknessOf(password: string, login: string, rules: PasswordRules): Weakness | null {
  const characters = [...password]
  if (characters.length < rules.minLength) return 'short'
  if (characters.length > rules.maxLength) return 'long'
  const lower = password.toLowerCase()
  if (login.length > 2 && lower.includes(login)) return 'login'
  // 1111111111, abababababab, one two three characters over and over.
  if (new Set([...lower]).size < 4) return 'few'
  if (rules.common.has(lower)) return 'common'
  return null
}

/** A password as it is hashed: the same sign typed on two keyboards may arrive as different code points. */
export function asPassword(typed: string): string {
  return typed.normalize('NFC')
}

/** A login as it is stored and looked up: lower case, no white space around. */
export function asLogin(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase()
}

/** Whether a login may be given: two to forty letters, digits, dots, hyphens, underscores, beginning with a letter or digit. */
export function isLogin(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,39}$/.test(text)
}
