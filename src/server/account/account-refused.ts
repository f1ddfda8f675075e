/** What an operator or an installation asked for cannot be; `code` is a refusal of the catalogue or one of those below. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused'
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(sentence(code, params))
    this.code = code
    this.params = params
  }
}

const sentences: Readonly<Record<string, string>> = {
  'login.malformed':
    'a login has 2 to 40 letters, digits, dots, hyphens or underscores, and begins with a letter or digit',
  'login.taken': 'this login is taken',
  'login.unknown': 'there is no account with this login',
  'name.malformed': 'a name has 1 to 100 characters',
  'password.weak': 'the password is too easy to guess',
  'unit.unknown': 'there is no such union in force',
  'role.unknown': 'there is no such role',
  'section.unknown': 'the union has no such section',
  'post.unknown': 'the person holds no such post',
  'post.exists': 'the person holds this very post',
  'post.roles-apart': 'one person never holds both roles at once',
  'account.disabled': 'the account is disabled',
  'account.same': 'a post is handed over to another person',
  'account.other-realm': 'the two accounts were made in different prefectures: end the post and give it anew',
  'account.exists': 'the account exists',
}

function sentence(code: string, params: Readonly<Record<string, string | number>>): string {
  const about = Object.entries(params).map(([name, value]) => `${name} ${value}`)
  return `${sentences[code] ?? code}${about.length > 0 ? ` (${about.join(', ')})` : ''}`
}
