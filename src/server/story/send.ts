import { randomBytes } from 'node:crypto'
import { instantText } from '../../domain/calendar/local-time.ts'
import type { OfficeCalendar } from '../../domain/calendar/office-calendar.ts'
import { makeId, realmOfId, realmOfRegion } from '../../domain/id.ts'
import { commands, isCommandKind } from '../../protocol/command.ts'
import { namesStream, streamFields } from '../../protocol/story-step.ts'
import type { Answer, HttpPlayer, Sender } from './http-player.ts'
import { rangeOf } from './many.ts'
import { type Names, named, type Receipt, UnknownName } from './names.ts'
import type { Step } from './story-file.ts'
import { dayOf, instantOf } from './story-time.ts'

/** A command as it was sent, so that it can be sent again. */
export type Sent = {
  readonly kind: string
  readonly envelope: Envelope
  readonly sender: Sender
  readonly answer: Answer
}
type Envelope = { readonly id: string; readonly basedOn?: number; readonly body: Readonly<Record<string, unknown>> }

/** The story's present, from which its days and times are counted. */
export type Present = { readonly at: number; readonly calendar: OfficeCalendar }

/** What a step calls by name, as the wire calls it; `receipt` is no field of any body. */
export function bodyOf(step: Step, names: Names, present: Present): Record<string, unknown> {
  const given = { ...((step.with ?? {}) as Record<string, unknown>) }
  const receipt = receiptOf(step, names)
  delete given.receipt
  const body = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, wireValue(key, value, names, present, step)]),
  )
  const kind = String(step.do)
  const speaksOfDemand = receipt !== undefined && (!isCommandKind(kind) || 'demand' in commands[kind].body.shape)
  return { ...(speaksOfDemand ? { demand: receipt.demand } : {}), ...body, ...((step.unchecked ?? {}) as object) }
}

function wireValue(key: string, value: unknown, names: Names, present: Present, step: Partial<Step> = {}): unknown {
  if (key === 'team' && Array.isArray(value)) return value.map((each) => postOf(each, names))
  if (key === 'accounts' && Array.isArray(value))
    return value.flatMap((each) => rangeOf(String(each))).map((name) => named('person', names.people, name).account)
  if (Array.isArray(value)) return value.map((each) => inList(each, names, present))
  if (typeof value !== 'string') return value
  const { at, calendar } = present
  switch (key) {
    case 'demand':
    case 'master':
      return named('demand', names.demands, value)
    case 'employer':
    case 'agency':
      return named('employer', names.employers, value)
    case 'lead':
    case 'below':
    case 'unit':
      return named('unit', names.units, value)
    case 'account':
      return named('person', names.people, value).account
    case 'from':
    case 'to':
      // A period of figures is told in months, and whoever asked for a table in words.
      if (/^\d{4}-\d\d$/.test(value)) return value
      return (
        names.people.get(value)?.account ??
        (/^[\d+-]/.test(value) ? instantText(instantOf(value, at, calendar)) : value)
      )
    case 'until':
    case 'since':
    case 'fromOn':
    case 'toOn':
    case 'promisedOn':
    case 'on':
      return dayOf(value, at, calendar)
    case 'cut':
      // A cut by a plan names it as it was kept.
      return value.startsWith('plan:') ? `plan:${named('stream', names.streams, value.slice('plan:'.length))}` : value
    case 'follows':
      return named('stream', names.streams, value)
    case 'post':
    case 'owner':
    case 'trainerPost':
      return named('post', names.values, value)
    case 'identity': {
      const { name, phone } = named('worker', names.workers, value)
      return { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) }
    }
    default:
      if (/At$/.test(key)) return instantText(instantOf(value, at, calendar))
      return namesStream(step, key) ? named('stream', names.streams, value) : value
  }
}

function postOf(value: unknown, names: Names): unknown {
  return typeof value === 'string' ? named('post', names.values, value) : value
}

/** Things in a list have days of their own. */
function inList(value: unknown, names: Names, present: Present): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wireValue(key, each, names, present)]))
}

/** The receipt a step acts with: the one named, that of the demand named, else the worker's last one. */
export function receiptOf(step: Step, names: Names): Receipt | undefined {
  const given = (step.with ?? {}) as { receipt?: string; demand?: string }
  if (given.receipt !== undefined) return named('receipt', names.receipts, given.receipt)
  const worker = typeof step.as === 'string' ? names.workers.get(step.as) : undefined
  if (!worker) return undefined
  if (given.demand !== undefined) {
    const demand = named('demand', names.demands, given.demand)
    return [...names.receipts.values()].find((each) => each.demand === demand)
  }
  const last = worker.receipts.at(-1)
  return last === undefined ? undefined : names.receipts.get(last)
}

/** Who sends a step: a person by session, a worker by receipt, anyone by nothing. Raising needs no receipt. */
export async function senderOf(step: Step, verb: string, player: HttpPlayer, names: Names): Promise<Sender> {
  const as = String(step.as)
  if (as === 'anyone' || names.workers.has(as)) {
    const receipt = verb === 'demand.raise' ? undefined : receiptOf(step, names)
    return receipt ? player.holder(receipt) : player.anyone()
  }
  if (!names.people.has(as)) throw new UnknownName(`nobody in the cast is called ${as}`)
  return player.person(as, verb, step.post as string | undefined)
}

/** Sends the command of a step, as often as it says. @returns the first answer, all answers, and what was sent */
export async function sendCommand(
  step: Step,
  player: HttpPlayer,
  names: Names,
  present: Present,
): Promise<{ sent: Sent; all: readonly Answer[] }> {
  const kind = String(step.do)
  const sender = await senderOf(step, kind, player, names)
  const body = bodyOf(step, names, present)
  const id = makeId(realmOf(kind, body, names), present.at, randomBytes(8))
  const basedOn = step.basedOn === undefined ? {} : { basedOn: Number(step.basedOn) }
  return sendAs({ kind, envelope: { id, ...basedOn, body }, sender }, player, step)
}

/** Sends what was sent before under the same id, with whatever the step lays over it. */
export function sendAgain(before: Sent, step: Step, player: HttpPlayer, sender: Sender = before.sender) {
  const body = { ...before.envelope.body, ...((step.unchecked ?? {}) as object) }
  return sendAs({ kind: before.kind, envelope: { ...before.envelope, body }, sender }, player, step)
}

async function sendAs(
  what: Omit<Sent, 'answer'>,
  player: HttpPlayer,
  step: Step,
): Promise<{ sent: Sent; all: readonly Answer[] }> {
  const { kind, envelope, sender } = what
  const once = () => player.ask('POST', `/api/command/${kind}`, sender, envelope, step.from as string | undefined)
  const all = await Promise.all(Array.from({ length: Number(step.times ?? 1) }, once))
  return { sent: { ...what, answer: all[0] as Answer }, all }
}

/** The realm a command is born in: that of its region, of the stream it acts on, or of the unit it is for. */
export function realmOf(
  kind: string,
  body: Readonly<Record<string, unknown>>,
  { realms }: Pick<Names, 'realms'>,
): number {
  if (!isCommandKind(kind)) throw new UnknownName(`no such verb ${kind}`)
  const field = ['demand', 'account', ...streamFields].find((each) => body[each] !== undefined)
  try {
    if (kind === 'demand.raise') return realmOfRegion(String(body.region))
    // What names no stream of its own noun makes one, or has one that follows from the unit: it is born where the unit is.
    const { noun } = commands[kind]
    if (body[noun === 'deed' ? 'deedId' : noun] === undefined && typeof body.unit === 'number')
      return realms.get(body.unit) ?? realmOfRegion('990100')
    return realmOfId(String(field && body[field]))
  } catch {
    // A story may try what must be refused; the fictional prefecture then stands for whatever was meant.
    return realmOfRegion('990100')
  }
}
