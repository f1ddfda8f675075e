import type { TimelineRow } from '../../../protocol/view.ts'
import { sayInstant, sayLocalDay } from '../text/instant.ts'
import type { Names } from '../text/names.ts'
import type { Params, Speech } from '../text/say.tsx'
import { sayYuan } from '../text/yuan.ts'
import { classIn, type Detail, holderUnit, number, word } from './event-detail.ts'

/** What an event is said with: the language, the names of the rules, the names of the units it speaks of, the time. */
export interface Saying {
  readonly speech: Speech
  readonly names: Names
  readonly unitName: (unit: number | null) => string | null
  readonly now: number
}

/** An event in the words people use. What an event of a later version carries that this page does not know is named plainly. */
export function sayEvent(saying: Saying, row: Pick<TimelineRow, 'kind' | 'detail'>): string {
  const { kind, detail } = row
  const { speech } = saying
  const key = keyOf(kind, detail)
  return speech.sayOr(key, 'event.other', { kind, ...paramsOf(saying, row) }) + tailOf(speech, kind, detail)
}

/** The key of its text: some kinds say several things. */
function keyOf(kind: string, detail: Detail): string {
  const amount = number(detail, 'amountFen') > 0 ? '.amount' : ''
  switch (kind) {
    case 'ContactLogged':
    case 'CallbackTried':
      return `event.${kind}.${word(detail, 'way')}`
    case 'MessagePosted':
      return `event.${kind}.${word(detail, 'from')}`
    case 'ApproachAnswered':
      return `event.${kind}.${detail.yes === true ? 'yes' : 'no'}${word(detail, 'via') === 'receipt' ? '' : '.said'}`
    case 'FileAttached':
      return `event.${kind}.${word(detail, 'is')}`
    case 'UnderstandingAnswered':
      return `event.${kind}.${detail.yes === true ? 'yes' : 'no'}`
    case 'OrderSigned':
      return detail.auto === true ? 'event.OrderSigned.auto' : 'event.OrderSigned'
    case 'ClockWarned':
      return detail.late === true ? 'event.ClockWarned.late' : 'event.ClockWarned'
    case 'OrderRuled':
      return detail.upheld === true ? 'event.OrderRuled.upheld' : 'event.OrderRuled.kept'
    case 'JointAnswered':
      return detail.unable === true ? 'event.JointAnswered.unable' : 'event.JointAnswered'
    case 'RequestAsked':
    case 'RequestGranted':
    case 'RequestRefused':
      return `event.${kind}.${word(detail, 'request')}`
    case 'PauseEnded':
      return `event.${kind}.${word(detail, 'by')}`
    case 'ExclusionWeighed':
      return `event.${kind}.${detail.agree === true ? 'yes' : 'no'}`
    case 'ExclusionDecided':
      return `event.${kind}.${detail.excluded === true ? 'out' : word(detail, 'why') === 'silence' ? 'silence' : 'in'}`
    case 'OpinionGiven':
      return detail.take === true ? 'event.OpinionGiven.take' : 'event.OpinionGiven'
    case 'DeedRecorded':
    case 'CommitmentMade':
      return `event.${kind}${amount}`
    case 'LetterSent':
      return word(detail, 'replyDueAt') ? 'event.LetterSent.reply' : 'event.LetterSent'
    case 'DecisionClimbed':
      return `event.${kind}.${word(detail, 'what')}`
    case 'CallbackMade':
      return typeof detail.meant === 'boolean'
        ? `event.CallbackMade.${detail.meant ? 'yes' : 'no'}`
        : 'event.CallbackMade'
    case 'WatchAnswered':
      return `event.${kind}.${detail.trouble === true ? 'yes' : 'no'}`
    default:
      return `event.${kind}`
  }
}

const reasonLists: Readonly<Record<string, string>> = {
  OrderObjected: 'reason.objection',
  PauseStarted: 'reason.pause',
  DemandExtended: 'reason.extend',
  DemandRedirected: 'reason.redirect',
  ExclusionAsked: 'reason.exclude',
}

function paramsOf(saying: Saying, { kind, detail }: Pick<TimelineRow, 'kind' | 'detail'>): Params {
  const { speech, names, now } = saying
  const { sayOr } = speech
  const topic = word(detail, 'topic')
  const outcome = word(detail, 'outcome') || word(detail, 'solved')
  const due = word(detail, 'dueAt') || word(detail, 'decideBy') || word(detail, 'rulingDueAt')
  const until = word(detail, 'until') || word(detail, 'untilAt')
  const list = reasonLists[kind] ?? (word(detail, 'request') === 'pause' ? 'reason.pause' : 'reason.extend')
  const parts = Array.isArray(detail.parts) ? detail.parts.map(String) : []
  return {
    channel: names.name('channel', word(detail, 'channel')),
    topic: names.topic(topic)?.name ?? topic,
    nature: names.name('nature', word(detail, 'nature')),
    due: instant(saying, due || word(detail, 'replyDueAt') || word(detail, 'nextAt')),
    reason: names.name(list, word(detail, 'reason')),
    deed: names.name('deed', word(detail, 'deed')),
    amount: sayYuan(number(detail, 'amountFen')),
    claim: sayOr(`claim.${word(detail, 'claim')}`, 'claim.other'),
    outcome: sayOr(`outcome.${outcome}`, 'outcome.other'),
    parts: parts.map((part) => sayOr(`part.${part}`, 'part.text')).join('、'),
    n: number(detail, 'n'),
    unit: whoIn(saying, detail),
    until: until.includes('T') ? instant(saying, until) : until ? sayLocalDay(speech, until, now) : '',
    class: sayClass(speech, classIn(detail.to) ?? classIn(detail)),
    promisor: sayOr(`promisor.${word(detail, 'promisor')}`, 'promisor.union'),
    date: word(detail, 'promisedOn') ? sayLocalDay(speech, word(detail, 'promisedOn'), now) : '',
    letter: letterName(names, word(detail, 'letter')),
    what: sayOr(`clock.${word(detail, 'what')}`, 'clock.answer'),
    day: number(detail, 'day'),
    number: word(detail, 'masterNumber'),
  }
}

function instant({ speech, now }: Saying, iso: string): string {
  return iso ? sayInstant(speech, iso, now) : ''
}

function letterName(names: Names, code: string): string {
  return names.letters.find((each) => each.code === code)?.name ?? code
}

/** Whoever the event names: the ruler, the approver, who is told, who joins, who leads from now on. */
function whoIn({ speech, names, unitName }: Saying, detail: Detail): string {
  if (word(detail, 'department')) return names.name('department', word(detail, 'department'))
  const plain = number(detail, 'to')
  const unit =
    plain > 0
      ? plain
      : ([detail.ruler, detail.approver, detail.judge, detail.holder, detail.to, detail.callback, detail.lead]
          .map(holderUnit)
          .find((each) => each !== null) ?? null)
  return unitName(unit) ?? speech.say('event.someUnit')
}

/** `P1 紧急 · 难点`. */
export function sayClass(speech: Speech, of: { urgency: string; difficulty: string } | null): string {
  if (!of) return ''
  const urgency = speech.sayOr(`urgency.${of.urgency}`, 'urgency.P2')
  return `${urgency} · ${speech.sayOr(`difficulty.${of.difficulty}`, 'difficulty.plain')}`
}

/** What is marked on the record: staff could have seen the code, one office did two duties, the rules fixed the class. */
function tailOf({ say, sayOr }: Speech, kind: string, detail: Detail): string {
  const tails = [
    detail.assisted === true && (kind === 'VerdictGiven' || kind === 'UnderstandingAnswered')
      ? say('event.assisted')
      : '',
    kind === 'VerdictGiven' && detail.via === 'callback' ? say('event.viaCallback') : '',
    detail.sameUnit === true ? say('event.sameUnit') : '',
    kind === 'DeedRecorded' && detail.shared === true ? say('event.shared') : '',
    kind === 'DemandRaised' && word(detail, 'fixed')
      ? sayOr(`event.fixed.${word(detail, 'fixed')}`, 'event.fixed.group')
      : '',
  ]
  return tails.join('')
}
