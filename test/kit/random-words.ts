import { localDateOf } from '../../src/domain/calendar/local-time.ts'
import { grants, type Verb } from '../../src/domain/reach.ts'
import type { CommandKind } from '../../src/protocol/command.ts'
import type { Random } from './random.ts'

/** Where random lives take place. */
export interface Places {
  readonly lead: number
  readonly beside: number
  readonly county: number
  readonly employers: readonly number[]
  /** Code of a deed. */
  readonly deed: string
}

/** Everything that can be asked of a demand that exists. */
export const verbs: readonly Verb[] = [...new Set(grants.map(({ verb }) => verb))].filter(
  // A file must have been sent before; its own tests do.
  (verb) => verb !== 'demand.raise' && verb !== 'demand.read' && verb !== 'file.attach',
)

/** What a worker raises: whoever, however many, now and then in danger. */
export function raised(random: Random, { employers }: Places): Record<string, unknown> {
  const mode = random.pick(['named', 'confidential', 'anonymous'])
  const identity = mode === 'anonymous' ? {} : { identity: { name: '测试者', phone: '13800000000' } }
  const persons = random.pick([1, 1, 2, 12])
  return {
    mode,
    ...identity,
    persons,
    region: random.pick(['990102001', '990102002', '990102']),
    ...(random.chance(0.1) ? { danger: true } : {}),
    ...(random.chance(0.5) && employers.length > 0 ? { employer: random.pick(employers) } : {}),
    // Sent by one agency. Told by what is drawn anyway: one draw more would change every life that has a seed of its own.
    ...(persons === 2 && employers[0] ? { agency: employers[0] } : {}),
  }
}

interface Scene {
  readonly places: Places
  readonly demands: readonly string[]
  readonly now: Date
}

/** A command of this verb with a body that means something, most of the time. */
export function bodyOf(verb: Verb, random: Random, { places, demands, now }: Scene): readonly [CommandKind, object] {
  const text = '说明'
  const dayIn = (days: number) => localDateOf(now.getTime() + days * 86_400_000)
  const solved = random.pick(['solved', 'partly', 'unsolved', 'unsolved', 'clear'])
  const satisfied = random.pick(['satisfied', 'fairly', 'unsatisfied'])
  switch (verb) {
    case 'demand.triage':
      return ['demand.triage', sorting(random, places)]
    case 'demand.redirect':
      return ['demand.redirect', { reason: random.pick(['arbitration', 'outside-duty']), text }]
    case 'demand.answer-now':
      return ['demand.answer-now', { topic: 'Q01', nature: 'consultation', text }]
    case 'demand.merge':
      return ['demand.merge', { master: random.pick(demands) }]
    case 'demand.reclass':
      return ['demand.reclass', { urgency: random.pick(['P1', 'P2']), difficulty: 'plain' }]
    case 'order.object':
      return ['order.object', { reason: random.pick(['not-our-duty', 'wrong-topic']), text }]
    case 'order.rule':
      return ['order.rule', { lead: random.pick([places.lead, places.beside]), text }]
    case 'joint.order':
      return ['joint.order', { ...random.pick([{ unit: places.beside }, { department: 'arbitration' }]), text }]
    case 'joint.answer':
      return ['joint.answer', { n: random.integer(1, 2), unable: random.chance(0.3), text }]
    case 'request.ask':
      return ['request.ask', { ...asking(random, dayIn), text }]
    case 'request.decide':
      return ['request.decide', { grant: random.chance(0.7), text }]
    case 'opinion.give':
      return ['opinion.give', { take: random.chance(0.3), text }]
    case 'commitment.make': {
      const promise = { promisedOn: dayIn(random.integer(1, 9)), promisor: 'employer', amountFen: 100 }
      return ['commitment.make', { ...promise, workerAgreed: random.chance(0.9), text }]
    }
    case 'letter.send':
      return ['letter.send', { letter: random.pick(['reminder', 'opinion']), text }]
    case 'letter.reply':
      return ['letter.reply', { n: random.integer(1, 2), text }]
    case 'contact.log':
      return [
        'contact.log',
        { way: random.pick(['person', 'call', 'try']), ...(random.chance(0.5) ? { note: text } : {}) },
      ]
    case 'approach.answer':
      return ['approach.answer', { yes: random.chance(0.7) }]
    case 'approach.record':
      return ['approach.record', { yes: random.chance(0.7), way: random.pick(['call', 'person']) }]
    case 'understanding.answer':
      return ['understanding.answer', random.chance(0.6) ? { yes: true } : { yes: false, text }]
    case 'deed.record':
      return ['deed.record', { deed: places.deed, text }]
    case 'demand.answer':
      return ['demand.answer', { claim: random.pick(['done', 'partly', 'explained']), text }]
    case 'callback.try':
      return ['callback.try', { way: random.pick(['call', 'sms']) }]
    case 'callback.record':
      return ['callback.record', { way: 'call', meant: random.chance(0.7), contacted: true, solved, satisfied }]
    case 'verdict.give':
      return ['verdict.give', { solved, satisfied }]
    case 'demand.withdraw':
      return ['demand.withdraw', { pressed: random.chance(0.7) }]
    case 'watch.answer':
      return ['watch.answer', { trouble: random.chance(0.5) }]
    case 'exclusion.ask':
      return ['exclusion.ask', { reason: 'malicious-repeat', text }]
    case 'exclusion.weigh':
      return ['exclusion.weigh', { agree: random.chance(0.7), text }]
    case 'consent.give':
      return ['consent.give', { purpose: 'public-story', version: 1, name: random.chance(0.5), picture: false }]
    case 'consent.withdraw':
      return ['consent.withdraw', { purpose: 'public-story' }]
    case 'content.erase':
      return ['content.erase', { parts: [random.pick(['identity', 'text'])], reason: 'worker-request' }]
    case 'demand.keep-cadre':
      return ['demand.keep-cadre', { keep: random.pick(['cadre', 'union', 'nobody']) }]
    case 'groups.set':
      return ['groups.set', { groups: random.pick([['migrant'], ['migrant', 'women'], []]) }]
    case 'content.open.text':
      return ['content.open', { part: 'text', purpose: 'handle' }]
    case 'content.open.identity':
      return ['content.open', { part: 'identity', purpose: 'contact-worker' }]
    case 'order.sign':
    case 'pause.end':
    case 'recusal.declare':
      return [verb, {}]
    case 'demand.raise':
    case 'demand.read':
    case 'file.attach':
      throw new Error(`${verb} is no command on a demand`)
    default:
      return [verb, { text }]
  }
}

function sorting(random: Random, { lead, beside, county }: Places) {
  const how = {
    urgency: random.pick(['P1', 'P2', 'P2']),
    difficulty: random.pick(['plain', 'plain', 'hard', 'complex']),
  }
  // Complaints about cadres and harassment are seen by one section alone.
  if (random.chance(0.15))
    return {
      ...random.pick([
        { topic: 'M05', lead: county, section: 'discipline' },
        { topic: 'F02', lead: county, section: 'women' },
      ]),
      ...{ ...how, nature: 'complaint' },
    }
  return {
    ...how,
    topic: 'A03',
    nature: random.pick(['complaint', 'consultation']),
    lead: random.pick([lead, lead, beside]),
  }
}

function asking(random: Random, dayIn: (days: number) => string) {
  return random.pick([
    { request: 'pause', reason: 'worker-supplement', until: dayIn(random.integer(1, 9)) },
    { request: 'pause', reason: 'appraisal', until: dayIn(random.integer(1, 30)) },
    { request: 'extend', reason: 'new-facts' },
    { request: 'lower', reason: 'new-facts', difficulty: 'complex' },
  ])
}
