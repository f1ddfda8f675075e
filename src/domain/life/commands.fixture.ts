import { addDays, localDateOf } from '../calendar/local-time.ts'
import type { DemandCommand } from '../demand/command.ts'
import type { Verb } from '../reach.ts'

/** Everything but raising: what is sent to a demand that exists. */
export type Sent = Exclude<DemandCommand, { kind: 'demand.raise' }>

const text = '话'
const sorted = { nature: 'complaint', urgency: 'P2', difficulty: 'plain' } as const

/** The commands of a verb, with every body that makes a difference; `others`: demands to merge with. */
export function commandsOf(verb: Verb, demand: string, now: string, others: readonly string[]): readonly Sent[] {
  const on = { demand }
  const day = (n: number) => addDays(localDateOf(Date.parse(now)), n)
  switch (verb) {
    case 'demand.triage':
      return [
        { ...on, kind: verb, ...sorted, topic: 'A03', lead: 20 },
        { ...on, kind: verb, ...sorted, topic: 'A03', lead: 20, difficulty: 'hard' },
        { ...on, kind: verb, ...sorted, topic: 'A03', lead: 40, difficulty: 'complex' },
        { ...on, kind: verb, ...sorted, topic: 'A03', lead: 31, urgency: 'P1' },
        { ...on, kind: verb, ...sorted, topic: 'A03', lead: 10, urgency: 'P0' },
        { ...on, kind: verb, ...sorted, topic: 'A03', lead: 20, nature: 'consultation' },
        { ...on, kind: verb, ...sorted, topic: 'K01', lead: 30 },
        { ...on, kind: verb, ...sorted, topic: 'M05', lead: 10, section: 'discipline' },
        { ...on, kind: verb, ...sorted, topic: 'F02', lead: 10, section: 'women', urgency: 'P1' },
      ]
    case 'demand.answer-now':
      return ['A03', 'M05'].map((topic) => ({ ...on, kind: verb, topic, nature: 'consultation', text }))
    case 'demand.redirect':
      return [{ ...on, kind: verb, reason: 'litigation', text }]
    case 'demand.merge':
      return others.map((master) => ({ ...on, kind: verb, master }))
    case 'demand.reclass':
      return ['P0', 'P1'].map((urgency) => ({ ...on, kind: verb, urgency, difficulty: 'plain' }))
    case 'order.object':
      return [{ ...on, kind: verb, reason: 'not-our-duty', text }]
    case 'order.rule':
      return [10, 20, 40, 30].map((lead) => ({ ...on, kind: verb, lead, text }))
    case 'joint.order':
      return [
        ...[40, 31, 5].map((unit) => ({ ...on, kind: verb, unit, text })),
        { ...on, kind: verb, department: 'arbitration', text },
      ]
    case 'joint.answer':
      return [1, 2].flatMap((n) => [true, false].map((unable) => ({ ...on, kind: verb, n, unable, text })))
    case 'request.ask':
      return [
        { ...on, kind: verb, request: 'pause', reason: 'worker-supplement', until: day(4), text },
        { ...on, kind: verb, request: 'pause', reason: 'appraisal', until: day(12), text },
        { ...on, kind: verb, request: 'extend', reason: 'new-facts', text },
        { ...on, kind: verb, request: 'lower', reason: 'new-facts', difficulty: 'complex', text },
        { ...on, kind: verb, request: 'lower', reason: 'new-facts', urgency: 'P2', text },
      ]
    case 'request.decide':
      return [
        { ...on, kind: verb, grant: true },
        { ...on, kind: verb, grant: true },
        { ...on, kind: verb, grant: false, text },
      ]
    case 'opinion.give':
      return [true, false].map((take) => ({ ...on, kind: verb, take, text }))
    case 'commitment.make':
      return [1, 6, 20].map((n) => ({
        ...{ ...on, kind: verb, promisedOn: day(n), promisor: 'employer', workerAgreed: true, text },
      }))
    case 'letter.send':
      return [{ ...on, kind: verb, letter: 'opinion', text }]
    case 'letter.reply':
      return [1, 2].map((n) => ({ ...on, kind: verb, n, text }))
    case 'contact.log':
      return (['call', 'try', 'person'] as const).map((way) => ({ ...on, kind: verb, way }))
    case 'approach.answer':
      return [true, false].map((yes) => ({ ...on, kind: verb, yes }))
    case 'approach.record':
      return (['call', 'person'] as const).map((way) => ({ ...on, kind: verb, yes: true, way }))
    case 'understanding.answer':
      return [
        { ...on, kind: verb, yes: true },
        { ...on, kind: verb, yes: false, text },
      ]
    case 'deed.record':
      return [{ ...on, kind: verb, deed: 'recovered-pay', text }]
    case 'demand.answer':
      return (['done', 'partly', 'explained'] as const).map((claim) => ({ ...on, kind: verb, claim, text }))
    case 'callback.try':
      return (['call', 'sms'] as const).map((way) => ({ ...on, kind: verb, way }))
    case 'callback.record':
      return (['unsolved', 'solved', 'partly', 'clear'] as const).map((solved) => ({
        ...{ ...on, kind: verb, way: 'call', meant: true, solved },
      }))
    case 'verdict.give':
      return (['unsolved', 'solved', 'partly', 'clear'] as const).map((solved) => ({ ...on, kind: verb, solved }))
    case 'demand.withdraw':
      return [true, true, false].map((pressed) => ({ ...on, kind: verb, pressed }))
    case 'watch.answer':
      return [true, false].map((trouble) => ({ ...on, kind: verb, trouble }))
    case 'consent.give':
      return [{ ...on, kind: verb, purpose: 'public-story', version: 1, name: true, picture: false }]
    case 'consent.withdraw':
      return [{ ...on, kind: verb, purpose: 'public-story' }]
    case 'content.erase':
      return (['identity', 'text'] as const).map((part) => ({ ...on, kind: verb, parts: [part], reason: 'x' }))
    case 'demand.keep-cadre':
      return (['cadre', 'union', 'nobody'] as const).map((keep) => ({ ...on, kind: verb, keep }))
    case 'file.attach':
      return [{ ...on, kind: verb, files: ['x'] }]
    case 'groups.set':
      return [['migrant'], []].map((groups) => ({ ...on, kind: verb, groups }))
    case 'exclusion.ask':
      return [{ ...on, kind: verb, reason: 'malicious-repeat', text }]
    case 'exclusion.weigh':
      return [true, true, false].map((agree) => ({ ...on, kind: verb, agree, text }))
    case 'order.sign':
    case 'pause.end':
    case 'recusal.declare':
    case 'commitment.contradict':
      return [{ ...on, kind: verb }]
    case 'message.post':
    case 'understanding.write':
    case 'approach.propose':
    case 'demand.reopen':
    case 'opinion.ask':
    case 'protection.answer':
      return [{ ...on, kind: verb, text }]
    case 'demand.raise':
    case 'demand.read':
    case 'content.open.text':
    case 'content.open.identity':
      return []
  }
}
