import { type Dress, nameIn, wordsOf } from '../dress.ts'
import { dueWords } from '../when.ts'
import { dateWords, yuan } from './facts.ts'
import type { FollowView } from './session.ts'

type Row = FollowView['answer']['timeline'][number]

/** What happened, in one sentence a person can repeat. A kind or a value we have no words for is told as *progress*. */
export function eventWords(dress: Dress, row: Row, now: number): string {
  const { events } = wordsOf(dress).course
  return special(dress, row, now) ?? pick(events, row.kind) ?? events.other
}

function special(dress: Dress, { kind, detail }: Row, now: number): string | undefined {
  const { course: words, follow, punctuation } = wordsOf(dress)
  const { rules } = dress
  const unit = (key: string) => unitName(detail[key]) || follow.unionSays
  const day = (key: string) => dateWords(dress, detail[key], now)
  switch (kind) {
    case 'OrderOffered':
      return words.offered(unit('lead'))
    case 'OrderSigned':
      return detail.auto === true ? words.signedBySilence : undefined
    case 'ContactLogged':
      return pick(words.contactWay, detail.way)
    case 'UnderstandingAnswered':
      return detail.yes === true ? words.understood.yes : words.understood.no
    case 'ApproachAnswered': {
      const { yes, no, saidYes, saidNo } = words.approached
      if (detail.via !== 'receipt') return detail.yes === true ? saidYes : saidNo
      return detail.yes === true ? yes : no
    }
    case 'VerdictGiven':
      return `${words.events.VerdictGiven}${punctuation.colon}${pick(follow.verdict, detail.solved) ?? ''}`
    case 'DemandClosed':
      return pick(follow.outcome, detail.outcome)
    case 'ContentErased':
      return Array.isArray(detail.parts)
        ? detail.parts.map((part) => pick(words.erasedParts, part) ?? words.events.other).join(punctuation.comma)
        : undefined
    case 'DemandReopened':
      return typeof detail.n === 'number' && detail.n > 1 ? words.reopened(detail.n) : undefined
    case 'OrderRuled':
      return detail.upheld === true ? words.ruled.upheld(unit('to')) : words.ruled.kept(unit('to'))
    case 'JointOrdered':
      return words.joined(unitName(detail.holder) || nameIn(dress, rules.departments, detail.department))
    case 'JointAnswered':
      return detail.unable === true ? words.jointUnable : words.jointAnswered
    case 'RequestAsked':
      return pick(words.asked, detail.request)
    case 'RequestRefused':
      return pick(words.notGranted, detail.request)
    case 'PauseStarted':
      return words.paused(nameIn(dress, rules.reasons.pause, detail.reason), when(dress, detail.untilAt, now))
    case 'PauseEnded':
      return pick(words.resumed, detail.by)
    case 'DemandExtended':
      return words.extended(nameIn(dress, rules.reasons.extend, detail.reason))
    case 'DemandReclassed':
      return detail.agreed === true
        ? words.reclassed.agreed(nameIn(dress, rules.reasons.lower, detail.reason))
        : words.reclassed.raised
    case 'OpinionGiven':
      return detail.take === true ? words.taken : undefined
    case 'ExclusionDecided':
      return detail.excluded === true ? words.leftOut : undefined
    case 'CommitmentMade': {
      const money = typeof detail.amountFen === 'number' ? words.amount(yuan(detail.amountFen)) : ''
      const told = words.promised(pick(words.promisor, detail.promisor) ?? follow.unionSays, day('promisedOn'))
      return [told, money].filter(Boolean).join(punctuation.comma)
    }
    case 'LetterSent':
      return words.letter(nameIn(dress, rules.letters, detail.letter))
    case 'ClockChased':
      return words.chased(pick(words.late, detail.what) ?? words.late.answer)
    case 'ClockSupervised':
      return words.supervised(pick(words.late, detail.what) ?? words.late.answer, unit('to'))
    case 'DecisionClimbed':
      return words.climbed(pick(words.undecided, detail.what) ?? words.undecided.opinion, unit('to'))
    case 'CallbackOpened':
      return detail.sameUnit === true ? words.callback.same(unit('callback')) : words.callback.other(unit('callback'))
    case 'CallbackTried':
      return own(words.tried, detail.way)?.(day('on'))
    case 'CallbackMade':
      return pick(words.calledBack, detail.way)
    case 'WatchAnswered':
      return detail.trouble === true ? words.trouble.yes : words.trouble.no
    case 'ProtectionOpened':
      return words.protection(unit('to'))
    default:
      return undefined
  }
}

/** The name of a unit as the view tells it. */
export function unitName(value: unknown): string {
  const unit = value as { readonly name?: unknown } | null | undefined
  return typeof unit?.name === 'string' ? unit.name : ''
}

function when(dress: Dress, value: unknown, now: number): string {
  return typeof value === 'string' ? dueWords(dress, value, now) : ''
}

function pick(table: Readonly<Record<string, string>>, key: unknown): string | undefined {
  return own(table, key)
}

/** An entry of a table, never what every object inherits: the key comes from a record. */
function own<T>(table: Readonly<Record<string, T>>, key: unknown): T | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined
}
