import type { DemandEvent, Holder } from '../../src/domain/demand/event.ts'
import { makeId } from '../../src/domain/id.ts'
import type { projectDemand } from '../../src/server/projection/demand-rows.ts'
import type { Random } from '../kit/random.ts'
import type { Unit } from './reach-world.ts'

/** An event as the projection takes it. */
export type Past = DemandEvent & Parameters<typeof projectDemand>[1][number]
/** Sections that posts and matters of a random world have. */
export const sections = [null, 'legal', 'discipline'] as const

type Drawn = readonly (readonly [string, object])[]
const hours = (start: Date, n: number) => new Date(start.getTime() + n * 3_600_000).toISOString()

/**
 * A life cut off anywhere between two commands: raised, redirected, triaged for all or for one section, ruled, signed,
 * joined in, recused, asked for, answered, reopened, closed, withdrawn, erased. `posts`: how many posts there are.
 */
export function lifeOf(random: Random, realm: number, units: readonly Unit[], posts: number, n: number): Past[] {
  const start = new Date('2026-06-15T01:00:00Z')
  const stream = makeId(realm, start.getTime() + n, random.bytes(8))
  const holder = (): Holder => {
    const { id, path } = random.pick(units)
    return { unit: id, path, section: random.pick(sections) }
  }
  const late = () => hours(start, random.integer(-50, 200))
  const life = commandsOf({ random, units, posts, n, stream, holder, late, start })
  const redirected = life[1]?.[0]?.[0] === 'DemandRedirected'
  const length = redirected ? random.integer(1, 2) : random.integer(1, life.length)
  const common = { realm, stream, noun: 'demand', actor: 'public', rules: 'x' }
  return life
    .slice(0, length)
    .flat()
    .map(([kind, body], at) => {
      const when = hours(start, at + random.integer(0, 5) / 10)
      return { ...common, position: at + 1, version: at + 1, kind, body, at: when } as unknown as Past
    })
}

interface Draw {
  readonly random: Random
  readonly units: readonly Unit[]
  readonly posts: number
  readonly n: number
  readonly stream: string
  readonly holder: () => Holder
  readonly late: () => string
  readonly start: Date
}

/** The commands of a whole life, each with its events. */
function commandsOf({ random, units, posts, n, stream, holder, late, start }: Draw): readonly Drawn[] {
  const firm = random.chance(0.5)
    ? random.pick(units.filter(({ employer }) => employer !== null).concat(random.pick(units)))
    : null
  const own = firm ? units.filter(({ path }) => path.includes(firm.id)).map(({ id }) => id) : []
  const blocked = random.shuffle([...new Set([...own, ...(random.chance(0.3) ? [random.pick(units).id] : [])])])
  const content = { text: { id: stream, part: 'text', commitment: '' } }
  const perhaps = (chance: number, ...commands: Drawn[]) => (random.chance(chance) ? commands : [])
  const dues = () => ({ contactDueAt: late(), dueAt: late() })
  const class_ = { topic: 'A03', nature: 'complaint', urgency: 'P2', difficulty: 'plain' }
  const raised = {
    ...{ number: `SQ-990102-20260615-${String(n).padStart(6, '0')}-0`, pseudonym: '职工-7Q4K', region: '990102' },
    ...{ channel: 'online', mode: random.pick(['named', 'confidential', 'anonymous']), persons: 1 },
    ...{ employer: firm?.employer ?? null, topicHint: null, urgency: 'P2', submittedAt: start.toISOString() },
    ...{ heardBy: null, to: holder(), why: 'seat', triageDueAt: late(), blocked, assisted: false, content },
  }
  const offered = () =>
    ['OrderOffered', { lead: holder(), copies: random.chance(0.7) ? [holder()] : [], why: 'x' }] as const
  const ruled = { upheld: true, reason: 'x', topic: 'A03', from: random.pick(units).id, to: 1, content }
  const asked = { request: 'extend', reason: 'x', until: null, to: null, approver: holder(), decideBy: late(), content }
  const answered = () => ({ claim: 'partly', callback: holder(), sameUnit: false, callbackDueAt: late(), content })
  const recused = () => ['HandlerRecused', { post: random.integer(1, posts) }] as const
  const restricted = random.pick([null, null, 'legal', 'discipline'])
  return [
    [['DemandRaised', raised]],
    ...perhaps(0.1, [['DemandRedirected', { reason: 'x', content }]]),
    [['DemandTriaged', { ...class_, ...dues(), blocked, restricted }], offered()],
    ...perhaps(
      0.5,
      [['OrderObjected', { reason: 'x', ruler: holder(), rulingDueAt: late(), content }]],
      [['OrderRuled', ruled], offered()],
    ),
    ...perhaps(0.4, [recused()]),
    [['OrderSigned', { unit: 1 }]],
    ...perhaps(0.4, [recused(), offered()]),
    ...perhaps(0.4, [['JointOrdered', { n: 1, holder: holder(), department: null, dueAt: late(), content }]]),
    ...perhaps(0.4, [['RequestAsked', asked]], [['RequestRefused', { request: 'extend', content }]]),
    ...perhaps(0.3, [['ClockChased', { what: 'answer', to: holder(), superviseAt: null }]]),
    ...perhaps(0.3, [
      ['PressureReported', { content: {} }],
      ['ProtectionOpened', { cause: 'pressed', to: holder(), dueAt: late() }],
    ]),
    [['UnderstandingWritten', { content }]],
    [['DemandAnswered', answered()]],
    ...perhaps(
      0.4,
      [
        ['VerdictGiven', { solved: 'unsolved', satisfied: null, contacted: null, assisted: false, content: {} }],
        ['DemandReopened', { n: 1, ...dues() }],
      ],
      [['DemandAnswered', answered()]],
    ),
    [random.chance(0.7) ? ['DemandClosed', { outcome: 'solved' }] : ['DemandWithdrawn', { content: {} }]],
    [['ContentErased', { parts: [random.pick(['identity', 'text'])], reason: 'x' }]],
  ]
}
