import { roles } from '../domain/actor.ts'
import { grantPost } from '../server/account/change-account.ts'
import { openAccount } from '../server/account/open-account.ts'
import { atDesk, need, passwordFrom, unitOf } from './account-person.ts'
import { type Verb, VerbFailure } from './verb.ts'
import type { VerbDatabase } from './with-database.ts'

/** `account create`: a person with a first post. Prints a one-time password once when none is given. */
export const verb: Verb = {
  name: 'account create',
  summary: 'make an account for a person of the union, with a first post',
  usage: 'account create --login LOGIN --name NAME --unit UNION --role ROLE',
  options: {
    login: { type: 'string', help: 'what the person signs in with: 2 to 40 letters, digits, dots, hyphens' },
    name: { type: 'string', help: 'the name colleagues and workers see' },
    unit: { type: 'string', value: 'UNION', help: 'the union: number, social credit code (USCC) or full name' },
    role: { type: 'string', help: 'agent, triage, handler, head, custodian, auditor or admin' },
    section: { type: 'string', help: 'section of the union, such as legal; the whole union unless told' },
    'part-time': { type: 'boolean', help: 'the post is held beside other work' },
    'password-file': {
      type: 'string',
      value: 'FILE',
      help: 'file with the first password; drawn and printed unless told',
    },
  },
  about:
    'The person sets an own password at the first sign-in. What is printed here is printed once and stored nowhere.',
  async run(context) {
    const [login, name, unitName, role] = [
      need(context, this.name, 'login'),
      need(context, this.name, 'name'),
      need(context, this.name, 'unit'),
      need(context, this.name, 'role'),
    ]
    if (!roles.some((known) => known === role)) throw new VerbFailure(`--role: ${role} is none of ${roles.join(', ')}`)
    const password = passwordFrom(context)
    const section = context.text('section')
    const fullTime = !context.flag('part-time')
    const made = await atDesk(context, this.name, async (desk, database) => {
      const unit = await unitOf(database, unitName)
      await mustHaveSection(database, unit, section)
      const { account, login: stored, oneTime } = await openAccount(desk, { login, name, unit: unit.id, password })
      const post = await grantPost(desk, account, { unit: unit.id, section, role, fullTime })
      return { account, login: stored, unit, role, section: section ?? null, fullTime, post, oneTime }
    })
    const { oneTime, ...rest } = made
    const said = oneTime === null ? '' : `\none-time password, shown only now: ${oneTime}`
    context.print(
      { ...rest, ...(oneTime === null ? {} : { oneTimePassword: oneTime }) },
      `${made.login} is ${made.role} at ${made.unit.name} (post ${made.post})${said}`,
    )
  },
}

// Looked up before the account is made: a person without the post would have to be mended by hand.
async function mustHaveSection(
  { db }: VerbDatabase,
  unit: { readonly id: number; readonly name: string },
  section: string | undefined,
): Promise<void> {
  if (section === undefined) return
  const { rows } = await db.owner.query<{ section: string }>(
    'select section from section where unit = $1 order by section',
    [unit.id],
  )
  if (rows.some((row) => row.section === section)) return
  const known = rows.map((row) => row.section).join(', ') || 'none'
  throw new VerbFailure(`--section: ${unit.name} has no section ${section}; it has ${known}`)
}
