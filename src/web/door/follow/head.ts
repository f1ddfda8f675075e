import type { NextWhat } from '../../../domain/demand/next.ts'
import { findTopic } from '../../../domain/topic.ts'
import { type SealName, sealDegrees } from '../../kit/seal-paths.ts'
import { type Dress, nameIn, wordsOf } from '../dress.ts'
import { type Html, html } from '../html.ts'
import { nextWords } from '../receipt.ts'
import { seal } from '../seal.ts'
import { dayText, instantWords } from '../when.ts'
import { lastOf } from './facts.ts'
import type { FollowView } from './session.ts'

/** What it is about, and the few facts that tell it apart. */
export function heading(dress: Dress, { answer, now }: FollowView): Html {
  const words = wordsOf(dress)
  const { demand } = answer
  const topic = demand.topic ? findTopic(dress.rules.taxonomy, demand.topic)?.name[dress.locale] : undefined
  const facts = [
    words.follow.modes[demand.mode],
    words.follow.submitted(instantWords(dress, demand.submittedAt, now)),
    demand.persons > 1 ? words.follow.persons(demand.persons) : '',
    demand.lead ? words.follow.by(demand.lead.unit.name) : '',
  ]
  return html`<div class="about"><h1>${topic ?? words.follow.mine}</h1><p class="quiet">${facts.filter(Boolean).join(words.punctuation.dot)}</p><p class="quiet mono">${demand.number}</p></div>`
}

/** The three seals, large, each with its word and its day. */
export function seals(dress: Dress, { answer, now }: FollowView): Html {
  const words = wordsOf(dress).follow
  const earned = answer.demand.seals
  const more: Record<SealName, string> = {
    met: words.sealsMore[earned.met],
    understood: answer.demand.verbs.includes('understanding.answer')
      ? words.sealsMore.claimed
      : words.sealsMore[earned.understood],
    delivered: deliveredMore(words, answer.demand),
  }
  const names: Record<SealName, string> = {
    met: words.seals.met[earned.met],
    understood: words.seals.understood[earned.understood],
    delivered: words.seals.delivered[earned.delivered],
  }
  const one = (name: SealName, degree: 'blank' | 'outline' | 'solid') => {
    const at = degree === 'blank' ? undefined : earnedAt(answer.timeline, name)
    return html`<li>${seal(name, degree, '')}<b>${names[name]}</b><span>${more[name]}</span>${at && html`<time datetime="${at}">${dayText(dress, Date.parse(at), now)}</time>`}</li>`
  }
  return html`<section class="card" aria-label="${words.sealsLabel}"><ol class="seals">${sealDegrees(earned).map(({ name, degree }) => one(name, degree))}</ol></section>`
}

/** What the worker said of it, where that is known; until then that the word is awaited, and after silence that it is unknown. */
function deliveredMore(words: Words, { seals, confirmed, outcome }: FollowView['answer']['demand']): string {
  const { sealsMore, verdict } = words
  if (seals.delivered === 'yes') return sealsMore.solved
  if (seals.delivered !== 'claimed') return sealsMore.none
  if (confirmed && Object.hasOwn(verdict, confirmed)) return sealsMore.said(verdict[confirmed as keyof typeof verdict])
  return outcome === 'unknown' ? sealsMore.unknown : sealsMore.claimed
}

/** Who must act next and by when; when it has ended, how. Somebody may still have to protect the worker then. */
export function nextStep(dress: Dress, view: FollowView): Html {
  const { demand } = view.answer
  const { next } = demand
  const step = next && nextWords(dress, { what: next.what, unit: next.unit.name, at: next.at }, view.now)
  const ended = (demand.status === 'closed' || demand.status === 'withdrawn') && endWords(dress, demand)
  return html`<section class="card" aria-labelledby="next"><h2 id="next">${wordsOf(dress).follow.next}</h2>${ended}${step}${next && stepHint(dress, view, next.what)}</section>`
}

function endWords(dress: Dress, { status, outcome }: FollowView['answer']['demand']): Html {
  const words = wordsOf(dress).follow
  const how = outcome ?? 'unknown'
  const told = Object.hasOwn(words.outcome, how) ? words.outcome[how as keyof typeof words.outcome] : words.closedNext
  return html`<p class="next"><b>${status === 'closed' ? told : words.withdrawnNext}</b></p>`
}

function stepHint(dress: Dress, { answer }: FollowView, what: NextWhat): Html | '' {
  const words = wordsOf(dress).follow
  if (what === 'resume') {
    const reason = nameIn(dress, dress.rules.reasons.pause, lastOf(answer.timeline, 'PauseStarted')?.detail.reason)
    return reason === '' ? '' : html`<p class="hint">${words.pausedHint(reason)}</p>`
  }
  if (what !== 'callback') return ''
  // Where nobody else is staffed the same unit asks (domain §2.6), and the page must not claim otherwise.
  const asks = answer.timeline.filter((row) => row.kind === 'DemandAnswered' || row.kind === 'CallbackOpened')
  const same = asks.toSorted((a, b) => b.n - a.n)[0]?.detail.sameUnit === true
  return html`<p class="hint">${(same ? words.callbackSame : words.callbackWord)(answer.checkWord)}</p>`
}

type Words = ReturnType<typeof wordsOf>['follow']
type Timeline = FollowView['answer']['timeline']

/** The day a seal was earned: that of the last event that counts for it. */
function earnedAt(timeline: Timeline, name: SealName): string | undefined {
  const counts = (row: Timeline[number]) => {
    if (name === 'met')
      return (row.kind === 'ContactLogged' && row.detail.way !== 'try') || row.kind === 'MessagePosted'
    if (name === 'understood')
      return row.kind === 'UnderstandingAnswered' ? row.detail.yes === true : row.kind === 'VerdictGiven'
    return row.kind === 'DemandAnswered' || row.kind === 'VerdictGiven'
  }
  const rows = timeline.filter(counts).toSorted((a, b) => a.n - b.n)
  const live = rows.filter((row) => row.kind !== 'MessagePosted')
  // Met by call counts from the call, by thread from the first message; the others from their last word.
  return name === 'delivered' ? rows.at(-1)?.at : (live[0] ?? rows[0])?.at
}
