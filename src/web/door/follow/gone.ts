import type { LegalClock } from '../../../domain/rules.ts'
import { findTopic } from '../../../domain/topic.ts'
import { type Dress, nameIn, to, wordsOf } from '../dress.ts'
import { helpWords } from '../help/told.ts'
import { type Html, html, lines } from '../html.ts'
import { dangerLine } from '../page.ts'
import { lastOf } from './facts.ts'
import type { FollowView } from './session.ts'

/** Where to go instead: why, what the union says of it, and the law's clock, which runs on meanwhile (domain §2.5). */
export function gone(dress: Dress, { answer }: FollowView): Html {
  const row = lastOf(answer.timeline, 'DemandRedirected')
  if (!row || answer.demand.status !== 'closed' || answer.demand.outcome !== 'none') return html``
  const words = wordsOf(dress).after.gone
  const { rules } = dress
  const { outcome, reason, earlier } = row.detail
  const why = nameIn(dress, rules.reasons.redirect, reason) || nameIn(dress, rules.triageOutcomes, outcome)
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const number =
    typeof earlier === 'string' &&
    fact(words.earlier, html`<b class="mono">${earlier}</b><p class="hint">${words.earlierHint}</p>`)
  const clocks = clocksOf(dress, answer)
  const time = clocks.length > 0 && fact(words.clock, clockList(dress, clocks))
  return html`<section class="card" id="gone" aria-labelledby="gone-name"><h2 id="gone-name">${words.heading}</h2>${(outcome === 'emergency' || reason === 'emergency') && dangerLine(dress)}<dl class="rights">${why !== '' && fact(outcome === 'legal-channel' ? words.channel : words.why, html`<b>${why}</b>`)}${row.text && fact(words.where, html`<div class="say">${lines(row.text)}</div>`)}${number}${time}</dl></section>`
}

/** The law's clocks of the topic, once a person has said what it is about (domain §2.7). */
export function legalClocks(dress: Dress, { answer }: FollowView): Html {
  const words = wordsOf(dress).after.clocks
  const clocks = answer.demand.topic === null ? [] : clocksOf(dress, answer)
  if (clocks.length === 0 || answer.demand.outcome === 'none') return html``
  return html`<section aria-labelledby="clocks"><h2 id="clocks">${words.heading}</h2>${clockList(dress, clocks)}<p class="others"><a href="${to(dress, '/help/limits')}">${helpWords(dress).fromClocks}</a></p></section>`
}

function clockList(dress: Dress, clocks: readonly LegalClock[]): Html {
  const words = wordsOf(dress).after.clocks
  return html`<ul class="clocks">${clocks.map((clock) => html`<li>${clock.text[dress.locale]}<span class="hint">${words.source(clock.source)}</span></li>`)}</ul><p class="hint">${words.hint}</p>`
}

/** Of the topic as triage set it; where triage told where to go and set none, of the one the worker chose. */
function clocksOf(dress: Dress, { demand, timeline }: FollowView['answer']): readonly LegalClock[] {
  const hint = timeline.find((row) => row.kind === 'DemandRaised')?.detail.topicHint
  const code = demand.topic ?? (typeof hint === 'string' ? hint : '')
  const codes = findTopic(dress.rules.taxonomy, code)?.legalClocks ?? []
  const reason = lastOf(timeline, 'DemandRedirected')?.detail.reason
  return dress.rules.legalClocks.filter((clock) => codes.includes(clock.code) || clock.code === reason)
}
