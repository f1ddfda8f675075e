import type { CommandBody, CommandKind } from '../../../protocol/command.ts'
import { type Dress, wordsOf } from '../../../web/door/dress.ts'
import type { FieldError } from '../../../web/door/field.ts'
import { postedGroups } from '../../../web/door/groups.ts'
import { type PostedForm, posted } from '../../../web/door/raise-form.ts'

/** What a claimant may do, by the last part of the address. */
export const verbs = [
  'message',
  'understanding',
  'approach',
  'verdict',
  'contradict',
  'reopen',
  'watch',
  'withdraw',
  'erase',
  'keep',
  'groups',
  'consent',
  'retract',
] as const
export type Verb = (typeof verbs)[number]

/** A command made of a form. `at` is the field a refusal is shown at. */
export type Made<K extends CommandKind = CommandKind> = {
  readonly kind: K
  readonly body: CommandBody<K>
  readonly at: string
  readonly done: string
  /** Said instead when the act took the matter up again. */
  readonly reopened?: string
  /** Answers only what the claimant has seen: something newer is shown first. */
  readonly seen?: boolean
}
/** What is wrong with the form. */
export type Wrong = { readonly wrong: FieldError }

/** The command a form of the follow page stands for. */
export const makers: Readonly<Record<Verb, (dress: Dress, demand: string, form: PostedForm) => Made | Wrong>> = {
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
  approach: (dress, demand, form) => {
    const { done, refused } = wordsOf(dress)
    const yes = oneOf(posted(form, 'yes'), ['yes', 'no'] as const)
    if (!yes) return { wrong: { id: 'approach', text: refused.approachMissing } }
    const told = yes === 'yes' ? done.approachYes : done.approachNo
    const body = { demand, yes: yes === 'yes', ...textOf(form) }
    return { kind: 'approach.answer', body, at: 'approach', done: told, seen: true }
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
  contradict: (dress, demand, form) => ({
    kind: 'commitment.contradict',
    body: { demand, ...textOf(form) },
    at: 'denied',
    done: wordsOf(dress).done.contradicted,
    seen: true,
  }),
  reopen: (dress, demand, form) => {
    const { done, refused } = wordsOf(dress)
    const { text } = textOf(form)
    if (!text) return { wrong: { id: 'reopenText', text: refused.reopenEmpty } }
    return { kind: 'demand.reopen', body: { demand, text }, at: 'reopenText', done: done.reopened }
  },
  watch: (dress, demand, form) => {
    const { done, refused } = wordsOf(dress)
    const trouble = oneOf(posted(form, 'trouble'), ['yes', 'no'] as const)
    if (!trouble) return { wrong: { id: 'watch', text: refused.troubleMissing } }
    const told = trouble === 'yes' ? done.watchYes : done.watchNo
    const body = { demand, trouble: trouble === 'yes', ...textOf(form) }
    return { kind: 'watch.answer', body, at: 'watch', done: told }
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
  keep: (dress, demand, form) => {
    const { done, refused } = wordsOf(dress)
    const keep = oneOf(posted(form, 'keep'), ['cadre', 'union', 'nobody'] as const)
    if (!keep) return { wrong: { id: 'keep', text: refused.keepMissing } }
    return { kind: 'demand.keep-cadre', body: { demand, keep }, at: 'keep', done: done.kept }
  },
  groups: (dress, demand, form) => {
    const groups = postedGroups(form)
    const body = { demand, groups: groups === '' ? [] : groups.split(',') }
    return { kind: 'groups.set', body, at: 'groups', done: wordsOf(dress).done.groups }
  },
  consent: (dress, demand, form) => {
    const version = Number(posted(form, 'consent').match(/^\d{1,4}$/)?.[0] ?? 0)
    if (version === 0) return { wrong: { id: 'story', text: wordsOf(dress).refused.other } }
    const ticked = (name: string) => posted(form, name) === 'yes'
    const body = { demand, purpose: 'public-story', version, name: ticked('name'), picture: ticked('picture') } as const
    return { kind: 'consent.give', body, at: 'story', done: wordsOf(dress).done.consent }
  },
  retract: (dress, demand) => ({
    kind: 'consent.withdraw',
    body: { demand, purpose: 'public-story' },
    at: 'retract',
    done: wordsOf(dress).done.retracted,
  }),
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

function textOf(form: PostedForm): { text?: string } {
  const text = posted(form, 'text').trim()
  return text ? { text } : {}
}

function oneOf<T extends string>(value: string, known: readonly T[]): T | undefined {
  return known.find((each) => each === value)
}
