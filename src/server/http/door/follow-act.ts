import { realmOfId } from '../../../domain/id.ts'
import { type CommandBody, type CommandKind, commands } from '../../../protocol/command.ts'
import { longText } from '../../../protocol/shape.ts'
import { type Dress, wordsOf } from '../../../web/door/dress.ts'
import type { FieldError } from '../../../web/door/field.ts'
import { invisible, type PostedForm, posted } from '../../../web/door/raise-form.ts'
import type { ServerContext } from '../../context.ts'
import { parse } from '../api/parse.ts'
import { commandId } from './once.ts'
import type { Ticket } from './ticket.ts'

/** What a claimant may do, by the last part of the address. */
export const verbs = ['message', 'understanding', 'verdict', 'withdraw', 'erase'] as const
export type Verb = (typeof verbs)[number]

/** A command made of a form, or what is wrong with the form. `at` is the field a refusal is shown at. */
type Made<K extends CommandKind = CommandKind> = {
  readonly kind: K
  readonly body: CommandBody<K>
  readonly at: string
  readonly done: string
  /** Said instead when the act took the matter up again. */
  readonly reopened?: string
  /** Answers only what the claimant has seen: something newer is shown first. */
  readonly seen?: boolean
}
/** What an act leaves on the page. */
export type After = {
  readonly done?: string
  readonly reopened?: string
  readonly errors?: readonly FieldError[]
  readonly typed?: Readonly<Record<string, string>>
}
type Wrong = { readonly wrong: FieldError }

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

const makers: Readonly<Record<Verb, (dress: Dress, demand: string, form: PostedForm) => Made | Wrong>> = {
  message: (dress, demand, form) => {
    const text = posted(form, 'text').trim()
    if (text === '') return { wrong: { id: 'message', text: wordsOf(dress).refused.empty } }
    return { kind: 'message.post', body: { demand, text }, at: 'message', done: wordsOf(dress).done.message }
  },
  understanding: (dress, demand, form) => {
    const yes = posted(form, 'yes') === 'yes'
    const { done, refused } = wordsOf(dress)
    const text = textOf(form)
    if (!yes && !text.text) return { wrong: { id: 'correction', text: refused.sayWhat } }
    const told = yes ? done.understandingYes : done.understandingNo
    return { kind: 'understanding.answer', body: { demand, yes, ...text }, at: 'correction', done: told, seen: true }
  },
  verdict: (dress, demand, form) => {
    const { done, follow, refused } = wordsOf(dress)
    const solved = oneOf(posted(form, 'solved'), ['solved', 'partly', 'unsolved', 'clear'] as const)
    if (!solved) return { wrong: { id: 'verdict', text: refused['verdict.clear-is-for-consultation'] } }
    const satisfied = oneOf(posted(form, 'satisfied'), ['satisfied', 'fairly', 'unsatisfied'] as const)
    const contacted = oneOf(posted(form, 'contacted'), ['yes', 'no'] as const)
    const body = {
      demand,
      solved,
      ...(satisfied ? { satisfied } : {}),
      ...(contacted ? { contacted: contacted === 'yes' } : {}),
      ...textOf(form),
    }
    return {
      kind: 'verdict.give',
      body,
      at: 'verdict',
      done: done.verdict(follow.verdict[solved]),
      reopened: done.verdictReopened,
      seen: true,
    }
  },
  withdraw: (dress, demand, form) => {
    const { done, refused } = wordsOf(dress)
    const pressed = oneOf(posted(form, 'pressed'), ['yes', 'no'] as const)
    if (!pressed) return { wrong: { id: 'pressed', text: refused.pressedMissing } }
    const told = pressed === 'yes' ? done.pressed : done.withdrawn
    return {
      kind: 'demand.withdraw',
      body: { demand, pressed: pressed === 'yes', ...textOf(form) },
      at: 'pressed',
      done: told,
    }
  },
  erase: (dress, demand, form) => {
    const { done } = wordsOf(dress)
    const part = posted(form, 'part') === 'text' ? 'text' : 'identity'
    const told = part === 'text' ? done.erasedText : done.erasedIdentity
    return {
      kind: 'content.erase',
      body: { demand, parts: [part], reason: 'worker-request' },
      at: `erase-${part}`,
      done: told,
    }
  },
}

const textField: Readonly<Record<Verb, string>> = {
  message: 'message',
  understanding: 'correction',
  verdict: 'verdictText',
  withdraw: 'withdrawText',
  erase: 'text',
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

function textOf(form: PostedForm): { text?: string } {
  const text = posted(form, 'text').trim()
  return text ? { text } : {}
}

function oneOf<T extends string>(value: string, known: readonly T[]): T | undefined {
  return known.find((each) => each === value)
}
