import { isOpenTopic } from '../../domain/topic.ts'
import { longText, shortText } from '../../protocol/shape.ts'
import { checkWishes, noWishes, readWishes, type WishFields } from './contact-fields.ts'
import { type Dress, wordsOf } from './dress.ts'
import type { FieldError } from './field.ts'
import { postedGroups } from './groups.ts'
import { type PostedForm, posted } from './posted.ts'
import { postedFiles } from './raise-files.ts'

export { type PostedForm, posted } from './posted.ts'

/** Everything typed on `/raise`, as typed: it comes back on the page when something is wrong. */
export type RaiseFields = WishFields & {
  readonly nonce: string
  readonly text: string
  /** Somebody's life is in danger now. */
  readonly danger: '' | 'yes'
  readonly mode: '' | 'named' | 'confidential' | 'anonymous'
  readonly name: string
  readonly phone: string
  readonly reach: string
  readonly place: string
  readonly region: string
  readonly employerName: string
  readonly employer: string
  /** Who sent the worker there, if another company did. */
  readonly agencyName: string
  readonly agency: string
  readonly who: 'me' | 'us'
  readonly persons: string
  readonly topic: string
  /** Codes of worker groups, with commas between. */
  readonly groups: string
  /** Files that were sent ahead, each as `<id>.<secret>`, with commas between. */
  readonly files: string
}

/** A blank form: 保密 is chosen (domain §0.4), a place may be known from a QR code. */
export function blankRaise(nonce: string, region = ''): RaiseFields {
  const blank = {
    text: '',
    name: '',
    phone: '',
    reach: '',
    place: '',
    employerName: '',
    employer: '',
    agencyName: '',
    agency: '',
    persons: '',
    topic: '',
    groups: '',
    files: '',
    ...noWishes,
  }
  return { ...blank, nonce, region, danger: '', mode: 'confidential', who: 'me' }
}

/** Reads the posted fields; `pick` is a step down from the region chosen so far. */
export function readRaise(form: PostedForm): RaiseFields {
  const of = (name: string) => posted(form, name)
  const mode = of('mode')
  return {
    nonce: of('nonce'),
    text: of('text').replace(/\r\n?/g, '\n'),
    danger: of('danger') === 'yes' ? 'yes' : '',
    mode: mode === 'named' || mode === 'confidential' || mode === 'anonymous' ? mode : '',
    name: of('name'),
    phone: of('phone').normalize('NFKC'),
    reach: of('reach'),
    ...readWishes(form),
    place: of('place'),
    region: of('pick') || of('region'),
    employerName: of('employerName'),
    employer: of('employer'),
    agencyName: of('agencyName'),
    agency: of('agency'),
    who: of('who') === 'us' ? 'us' : 'me',
    persons: of('persons').normalize('NFKC').trim(),
    topic: of('topic'),
    groups: postedGroups(form),
    files: postedFiles(form),
  }
}

// The shapes the protocol takes (protocol/shape.ts), told in words beside the field.
export const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** What is wrong with what was typed; place and employer are looked up by the server. */
export function checkRaise(dress: Dress, fields: RaiseFields): FieldError[] {
  const words = wordsOf(dress).errors
  const errors: FieldError[] = []
  const text = raisedText(dress, fields)
  if (fields.text.trim() === '') errors.push({ id: 'text', text: words.textEmpty })
  else if (text.length > longText) errors.push({ id: 'text', text: words.textLong(text.length, longText) })
  else if (invisible.test(text)) errors.push({ id: 'text', text: words.control })
  if (fields.mode === '') errors.push({ id: 'mode', text: words.mode })
  if (fields.mode !== 'anonymous') errors.push(...contactErrors(dress, fields))
  if (fields.topic !== '' && !isOpenTopic(dress.rules.taxonomy, fields.topic))
    errors.push({ id: 'topic', text: words.topic })
  for (const id of ['employerName', 'agencyName'] as const)
    if (fields[id].length > shortText) errors.push({ id, text: words.shortLong(shortText) })
  if (fields.who === 'us' && fields.persons === '') errors.push({ id: 'persons', text: words.personsMissing })
  else if (fields.who === 'us' && personsOf(fields) === undefined) errors.push({ id: 'persons', text: words.persons })
  return errors
}

/** What is wrong with name, phone, words and hours: the shapes the protocol takes, told beside the field. */
export function contactErrors(
  dress: Dress,
  fields: WishFields & { readonly name: string; readonly phone: string; readonly reach: string },
): FieldError[] {
  const words = wordsOf(dress).errors
  const errors: FieldError[] = []
  for (const id of ['name', 'phone', 'reach'] as const) {
    if (fields[id].length > shortText) errors.push({ id, text: words.shortLong(shortText) })
    else if (invisible.test(fields[id])) errors.push({ id, text: words.control })
    else if (id === 'phone' && !/^[+0-9 ()-]{0,30}$/.test(fields.phone.trim())) errors.push({ id, text: words.phone })
  }
  return [...errors, ...checkWishes(dress, fields)]
}

/** How many people it concerns; undefined when what was typed is no such number. */
export function personsOf(fields: RaiseFields): number | undefined {
  if (fields.who === 'me') return 1
  const persons = /^\d{1,6}$/.test(fields.persons) ? Number(fields.persons) : 0
  return persons >= 1 && persons <= 100_000 ? persons : undefined
}

/** The text that is sealed. A company we do not know by name is part of what was said, never a field of its own. */
export function raisedText(dress: Dress, fields: RaiseFields): string {
  const { employerInText, agencyInText } = wordsOf(dress).raise
  const written = (label: string, name: string, id: string) =>
    name.trim() !== '' && !/^\d+$/.test(id) ? [label + name.trim()] : []
  const named = [
    ...written(employerInText, fields.employerName, fields.employer),
    ...written(agencyInText, fields.agencyName, fields.agency),
  ]
  return [fields.text.trim(), ...(named.length > 0 ? [named.join('\n')] : [])].join('\n\n')
}
