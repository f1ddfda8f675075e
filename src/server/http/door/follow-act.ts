import { realmOfId } from '../../../domain/id.ts'
import { commands } from '../../../protocol/command.ts'
import { longText } from '../../../protocol/shape.ts'
import { type Dress, wordsOf } from '../../../web/door/dress.ts'
import type { FieldError } from '../../../web/door/field.ts'
import { invisible, type PostedForm, posted } from '../../../web/door/raise-form.ts'
import type { ServerContext } from '../../context.ts'
import { parse } from '../api/parse.ts'
import { makers, type Verb, type Wrong } from './follow-form.ts'
import { commandId } from './once.ts'
import type { Ticket } from './ticket.ts'

/** What an act leaves on the page. */
export type After = {
  readonly done?: string
  readonly reopened?: string
  readonly errors?: readonly FieldError[]
  readonly typed?: Readonly<Record<string, string>>
}
/** Does one act of the claimant, and says what the page shall say of it. Nothing typed is lost when it is not taken. */
export async function act(
  context: ServerContext,
  dress: Dress,
  ticket: Ticket,
  verb: Verb,
  form: PostedForm,
): Promise<After> {
  const typed = typedIn(verb, form)
  const made = tooMuch(dress, verb, posted(form, 'text')) ?? makers[verb](dress, ticket.demand, form)
  if ('wrong' in made) return { errors: [made.wrong], typed }
  const body = parse(commands[made.kind].body, made.body, '')
  const now = context.clock.now().getTime()
  const id = commandId(context.keys, posted(form, 'nonce'), realmOfId(ticket.demand), made.kind, body, now)
  if (!id) return { errors: [{ id: made.at, text: wordsOf(dress).errors.stale }], typed }
  const version = /^\d{1,9}$/.test(posted(form, 'version')) ? Number(posted(form, 'version')) : undefined
  const actor = { kind: 'claimant', demand: ticket.demand, assisted: ticket.assisted } as const
  const { outcome } = await context.pipeline.submit(actor, {
    id,
    kind: made.kind,
    body,
    ...(made.seen ? { basedOn: version } : {}),
  })
  if ('accepted' in outcome) return { done: made.done, ...(made.reopened ? { reopened: made.reopened } : {}) }
  const { refused, done } = wordsOf(dress)
  const { code } = outcome.refused
  const text =
    code === 'stream.moved-on'
      ? done.movedOn
      : Object.hasOwn(refused, code)
        ? refused[code as keyof typeof refused]
        : refused.other
  return { errors: [{ id: made.at, text }], typed }
}

const textField: Readonly<Record<Verb, string>> = {
  message: 'message',
  understanding: 'correction',
  approach: 'approachText',
  verdict: 'verdictText',
  withdraw: 'withdrawText',
  erase: 'text',
  consent: 'text',
  retract: 'text',
  contradict: 'denyText',
  reopen: 'reopenText',
  watch: 'watchText',
  keep: 'keep',
  groups: 'groups',
}

function typedIn(verb: Verb, form: PostedForm): Record<string, string> {
  const kept = ['pressed', 'satisfied', 'contacted'].map((name) => [name, posted(form, name)])
  return Object.fromEntries([[textField[verb], posted(form, 'text')], ...kept].filter(([, value]) => value))
}

function tooMuch(dress: Dress, verb: Verb, text: string): Wrong | undefined {
  const { errors } = wordsOf(dress)
  if (text.length > longText) return { wrong: { id: textField[verb], text: errors.textLong(text.length, longText) } }
  return invisible.test(text) ? { wrong: { id: textField[verb], text: errors.control } } : undefined
}
